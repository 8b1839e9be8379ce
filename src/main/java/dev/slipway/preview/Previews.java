package dev.slipway.preview;

import dev.slipway.execution.Execution;
import dev.slipway.execution.HeldBack;
import dev.slipway.execution.StepRun;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.ReleaseTask;
import dev.slipway.tasktype.Foresight;
import dev.slipway.tasktype.Ticket;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds out what a release would change. Environments are asked outside of transactions. */
@ApplicationScoped
class Previews {

    private static final int MOST = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Foresight foresight;
    private final Clock clock;

    Previews(Foresight foresight, Clock clock) {
        this.foresight = foresight;
        this.clock = clock;
    }

    private record Subject(Ticket.Release release, String back, List<Foresight.Task> tasks) {}

    /**
     * What executing a release task would change.
     *
     * @param selected the names of the tasks to execute; null: all
     * @throws UnknownRecord if it is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not execute it
     */
    ChangesPage ofExecution(Actor actor, UUID id, @Nullable Set<String> selected) {
        return page(QuarkusTransaction.requiringNew().call(() -> {
            var release = ReleaseTask.byId(id).seenBy(actor);
            actor.require(release.projectId(), Permission.EXECUTE);
            var scope = new Ticket.Release(
                    id,
                    release.name(),
                    release.executions() + 1,
                    release.projectId(),
                    release.regionId(),
                    actor.displayName());
            var tasks = release.steps().stream()
                    .filter(step -> selected == null || selected.contains(step.name()))
                    .map(step -> new Foresight.Task(step.displayName(), step.taskType(), step.input()))
                    .toList();
            return new Subject(scope, "/releases/%s/execute".formatted(id), foresight.among(scope, tasks));
        }));
    }

    /**
     * What tasks that a checkpoint holds back would change.
     *
     * @throws UnknownRecord if there is no such checkpoint, or it is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not decide
     */
    ChangesPage ofCheckpoint(Actor actor, UUID id, int no, String task) {
        return page(QuarkusTransaction.requiringNew().call(() -> {
            var execution = Execution.byNo(id, no);
            if (!actor.may(execution.projectId(), Permission.VIEW)) {
                throw new UnknownRecord("execution", no);
            }
            actor.require(execution.projectId(), Permission.DECIDE);
            var scope = new Ticket.Release(
                    id,
                    execution.releaseName(),
                    no,
                    execution.projectId(),
                    execution.regionId(),
                    execution.startedBy());
            var step = StepRun.byName(execution, task);
            var tasks = HeldBack.by(step, execution.steps()).stream()
                    .map(held -> new Foresight.Task(held.displayName(), held.taskType(), held.input()))
                    .toList();
            var back = "/releases/%s/executions/%d/steps/%s/decision".formatted(id, no, task);
            return new Subject(scope, back, foresight.among(scope, tasks));
        }));
    }

    private ChangesPage page(Subject subject) {
        var end = clock.instant().plus(PATIENCE);
        var found = new ArrayList<Foresight.Foreseen>();
        for (var task : subject.tasks()) {
            if (found.size() == MOST || clock.instant().isAfter(end)) {
                break;
            }
            found.add(foresight.of(subject.release(), task));
        }
        return new ChangesPage(
                subject.release().id(),
                subject.release().name(),
                subject.back(),
                found,
                subject.tasks().size() - found.size());
    }
}
