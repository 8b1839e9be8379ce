package dev.slipway.execution;

import dev.slipway.live.Audience;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;

/** What a person gets to see of a project's executions. */
public final class Viewer {

    // The one language so far; the next one is a second file of messages.
    private static final String LANGUAGE = "en";

    private Viewer() {}

    /**
     * The audience that the person belongs to.
     *
     * @throws UnknownRecord if the project is none of the person's business
     */
    public static Audience audience(Actor actor, String projectId) {
        if (!actor.may(projectId, Permission.VIEW)) {
            throw new UnknownRecord("project", projectId);
        }
        return new Audience(LANGUAGE, actor.permissions(projectId));
    }
}
