package dev.slipway.release;

import dev.slipway.live.Audience;
import dev.slipway.live.LiveView;
import dev.slipway.live.Update;
import dev.slipway.project.Actor;
import dev.slipway.project.UnknownRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/**
 * The list of release tasks, live. Every viewer has a search and a page of their own, so nothing is rendered here: the
 * page asks for its own results again.
 */
@ApplicationScoped
class ReleasesView implements LiveView {

    private static final Audience EVERYBODY = new Audience("en", Set.of());

    private final Clock clock;

    ReleasesView(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "releases";
    }

    @Override
    public String announcement(String projectId) {
        return "project:" + projectId;
    }

    @Override
    public Audience audience(Actor actor, String projectId) {
        if (!actor.isMemberOf(projectId)) {
            throw new UnknownRecord("project", projectId);
        }
        return EVERYBODY;
    }

    @Override
    public Update since(String projectId, long version, Audience audience) {
        return new Update(clock.millis(), "");
    }
}
