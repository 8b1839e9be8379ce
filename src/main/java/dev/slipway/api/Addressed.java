package dev.slipway.api;

import dev.slipway.archive.Archive;
import dev.slipway.execution.Execution;
import dev.slipway.execution.Status;
import dev.slipway.project.Actor;
import dev.slipway.project.Conflict;
import dev.slipway.project.Permission;
import dev.slipway.project.Project;
import dev.slipway.project.Regions;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.ReleaseTask;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what the parts of an address name; what is none of the actor's business is as if it were not there. */
@ApplicationScoped
class Addressed {

    private final Regions regions;
    private final Archive archive;

    Addressed(Regions regions, Archive archive) {
        this.regions = regions;
        this.archive = archive;
    }

    /**
     * A place in a project.
     *
     * @param region null: the first one of the configuration
     * @throws UnknownRecord if the actor is no member of the project
     * @throws BadRequest if there is no such region
     */
    ReleaseTask.Home home(Actor actor, String project, @Nullable String region) {
        seen(actor, project);
        if (region != null && !regions.ids().contains(region)) {
            throw new BadRequest(
                    "region: There is no such region. There are: %s.".formatted(String.join(", ", regions.ids())));
        }
        return new ReleaseTask.Home(project, region == null ? regions.defaultId() : region);
    }

    private static void seen(Actor actor, String project) {
        if (!actor.may(project, Permission.VIEW)) {
            throw new UnknownRecord("project", project);
        }
        Project.byId(project);
    }

    /** @throws UnknownRecord if the project has no such release task, or is none of the actor's business */
    ReleaseTask release(Actor actor, String project, String id) {
        seen(actor, project);
        var release = ReleaseTask.byId(uuid(id)).seenBy(actor);
        if (!release.projectId().equals(project)) {
            throw new UnknownRecord("release task", id);
        }
        return release;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new UnknownRecord("release task", text);
        }
    }

    /**
     * An execution with all that it did.
     *
     * @throws UnknownRecord if the release task has no such execution
     * @throws Conflict if what it did is in an archive that can't be read
     */
    Execution execution(ReleaseTask release, String id) {
        var execution = Execution.byId(id.matches("[0-9]{1,18}") ? Long.parseLong(id) : -1);
        if (!execution.releaseTaskId().equals(release.id())) {
            throw new UnknownRecord("execution", id);
        }
        if (execution.isArchived()) {
            archive.bringBack(execution.id());
        }
        return execution;
    }

    /** @throws Conflict if it was never executed */
    Execution latest(ReleaseTask release) {
        return release.latestExecution()
                .orElseThrow(() -> new Conflict("%s was never executed.".formatted(release.name())));
    }

    /** @throws BadRequest if there is no status with this code */
    static @Nullable Status status(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return Arrays.stream(Status.values())
                .filter(status -> String.valueOf(status.code()).equals(code))
                .findFirst()
                .orElseThrow(() -> new BadRequest("status: There is no such status code."));
    }
}
