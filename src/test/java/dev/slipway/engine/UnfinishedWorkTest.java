package dev.slipway.engine;

import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Status;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class UnfinishedWorkTest {

    @Inject
    UnfinishedWork unfinished;

    @Inject
    Scripted scripted;

    @Test
    void aNodeThatComesBackGoesOnBeforeAnybodyMissesItsHeartbeats() {
        scripted.block("a");
        var execution = Releaser.execute(
                Given.release("killed").phase(group(scripted("a"))).create());
        await().until(() -> scripted.runs("a") == 1);
        Rows.change("update scheduled_tasks set picked_by = 'killed', version = version + 1, last_heartbeat = now()");
        scripted.on("a", ticket -> Scripted.succeeded());

        unfinished.takeBack(UnfinishedWork.Jobs.SCHEDULED_TASKS, "killed");

        await().atMost(Duration.ofSeconds(4)).until(() -> Rows.status(execution) == Status.SUCCESSFUL);
        assertThat(scripted.runs("a")).isEqualTo(2);
    }

    @Test
    void aReleaseWhoseNodeIsGoneCanBeStopped() {
        scripted.block("a");
        var execution = Releaser.execute(Given.release("killed")
                .phase(group(scripted("a"), scripted("b")))
                .create());
        await().until(() -> scripted.runs("a") == 1);
        Rows.change("update scheduled_tasks set picked_by = 'killed', version = version + 1, last_heartbeat = now()");
        scripted.on("a", ticket -> Scripted.succeeded());

        Releaser.stop(execution);
        assertThat(Rows.status(execution)).isEqualTo(Status.STOPPING);
        unfinished.takeBack(UnfinishedWork.Jobs.SCHEDULED_TASKS, "killed");

        Releaser.awaitStatus(execution, Status.PAUSED);
        assertThat(scripted.runs("b")).isZero();
    }

    @Test
    void whatWasToBeToldIsToldBeforeAnybodyMissesItsHeartbeatsToo() {
        Rows.change(
                """
                insert into webhook_job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values ('webhook', gen_random_uuid()::text, now(), true, 'killed', now(), 1)
                """);

        unfinished.takeBack(UnfinishedWork.Jobs.WEBHOOK_JOB, "killed");

        // The webhook is gone, so whoever has the job ends it.
        await().atMost(Duration.ofSeconds(4))
                .until(() -> Rows.number("select count(*) from webhook_job where task_name = 'webhook'") == 0);
    }

    @Test
    void itLeavesTheWorkOfOthersAlone() {
        scripted.block("a");
        Releaser.execute(Given.release("busy").phase(group(scripted("a"))).create());
        await().until(() -> scripted.runs("a") == 1);

        unfinished.takeBack(UnfinishedWork.Jobs.SCHEDULED_TASKS, "killed");

        assertThat(Rows.busyJobs()).isOne();
    }
}
