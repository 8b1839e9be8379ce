package dev.slipway.testing;

import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Decision;
import dev.slipway.execution.Executions;
import dev.slipway.execution.Interventions;
import dev.slipway.execution.Status;
import dev.slipway.execution.Verdict;
import dev.slipway.project.Actor;
import dev.slipway.project.Role;
import dev.slipway.release.Executing;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Somebody who executes release tasks, decides at checkpoints, and waits for what comes of it. */
public final class Releaser {

    private static final Actor SOMEBODY = Given.actor("somebody", Role.RELEASER, Role.APPROVER);

    private Releaser() {}

    /** Executes all tasks of a release task. */
    public static long execute(UUID release) {
        return bean(Executing.class).executeAll(SOMEBODY, release).id();
    }

    /** Executes some tasks of a release task. */
    public static long execute(UUID release, String... selected) {
        return bean(Executing.class)
                .execute(SOMEBODY, release, Set.of(selected))
                .id();
    }

    /** Agrees at the present attempt of a checkpoint. */
    public static Decision agree(long execution, String step) {
        return decide(SOMEBODY, execution, step, Verdict.AGREE);
    }

    /** Rejects at the present attempt of a checkpoint. */
    public static Decision reject(long execution, String step) {
        return decide(SOMEBODY, execution, step, Verdict.REJECT);
    }

    /** Decides at the present attempt of a checkpoint. */
    public static Decision decide(Actor actor, long execution, String step, Verdict verdict) {
        var attempt = Rows.step(execution, step).attempt();
        return bean(Executions.class)
                .decide(actor, new Executions.Deciding(execution, step, attempt, verdict, "as the test wants it"));
    }

    /** Stops an execution. */
    public static void stop(long execution) {
        bean(Interventions.class).stop(SOMEBODY, execution);
    }

    /** Lets an execution go on. */
    public static void goOn(long execution) {
        bean(Interventions.class).goOn(SOMEBODY, execution);
    }

    /** Ends an execution at once. */
    public static void terminate(long execution) {
        bean(Interventions.class).terminate(SOMEBODY, execution);
    }

    /** Retries failed tasks; none: all of them. */
    public static void retry(long execution, String... tasks) {
        bean(Interventions.class).retry(SOMEBODY, execution, Set.of(tasks));
    }

    /** Lets an execution go on past a failed task. */
    public static void skip(long execution, String task, String reason) {
        bean(Interventions.class).skip(SOMEBODY, execution, task, reason);
    }

    /** Waits until an execution has a status. */
    public static void awaitStatus(long execution, Status status) {
        await("the execution to be " + status)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> Rows.status(execution) == status);
    }

    /** Waits until an execution has ended, and says how. */
    public static Status end(long execution) {
        await("the end of the execution")
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> !Rows.status(execution).isActive());
        return Rows.status(execution);
    }

    /** Waits until a task has a status. */
    public static void awaitStep(long execution, String step, Status status) {
        await("%s to be %s".formatted(step, status))
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> Rows.status(execution, step) == status);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
