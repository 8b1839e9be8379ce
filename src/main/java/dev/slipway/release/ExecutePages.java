package dev.slipway.release;

import static java.util.stream.Collectors.toSet;

import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import dev.slipway.tasktype.Foresight;
import dev.slipway.tasktype.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks up what somebody needs to see in order to execute a release task. */
@ApplicationScoped
class ExecutePages {

    private final Foresight foresight;

    ExecutePages(Foresight foresight) {
        this.foresight = foresight;
    }

    /**
     * The tasks of a release task, all of them selected.
     *
     * @throws UnknownRecord if it is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not execute it
     */
    @Transactional
    public ExecutePage ask(Actor actor, UUID id) {
        var release = executable(actor, id);
        var all = release.steps().stream().map(Step::name).collect(toSet());
        return page(actor, release, all, null);
    }

    /** The tasks with the selection as it was sent, and what is wrong with it. */
    @Transactional
    public ExecutePage askAgain(Actor actor, UUID id, Set<String> selected, String problem) {
        return page(actor, executable(actor, id), selected, problem);
    }

    private ExecutePage page(Actor actor, ReleaseTask release, Set<String> selected, @Nullable String problem) {
        var scope = new Ticket.Release(
                release.id(),
                release.name(),
                release.executions() + 1,
                release.projectId(),
                release.regionId(),
                actor.displayName());
        var tasks = release.steps().stream()
                .map(step -> new Foresight.Task(step.displayName(), step.taskType(), step.input()))
                .toList();
        return ExecutePage.of(release, selected, problem)
                .foreseeing(!foresight.among(scope, tasks).isEmpty());
    }

    private static ReleaseTask executable(Actor actor, UUID id) {
        var release = ReleaseTask.byId(id).seenBy(actor);
        actor.require(release.projectId(), Permission.EXECUTE);
        return release;
    }
}
