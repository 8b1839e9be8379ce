package dev.slipway.release;

import static java.util.stream.Collectors.toSet;

import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;

/** Looks up what somebody needs to see in order to execute a release task. */
@ApplicationScoped
class ExecutePages {

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
        return ExecutePage.of(release, all, null);
    }

    /** The tasks with the selection as it was sent, and what is wrong with it. */
    @Transactional
    public ExecutePage askAgain(Actor actor, UUID id, Set<String> selected, String problem) {
        return ExecutePage.of(executable(actor, id), selected, problem);
    }

    private static ReleaseTask executable(Actor actor, UUID id) {
        var release = ReleaseTask.byId(id).seenBy(actor);
        actor.require(release.projectId(), Permission.EXECUTE);
        return release;
    }
}
