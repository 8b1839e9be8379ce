package dev.slipway.live;

import dev.slipway.identity.Actors;
import dev.slipway.live.ViewId.Asked;
import dev.slipway.live.WatchedView.Shown;
import dev.slipway.project.Actor;
import dev.slipway.project.Forbidden;
import dev.slipway.project.UnknownRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which views someone may follow. */
@ApplicationScoped
class Admission {

    /**
     * What someone may follow of what they asked for.
     *
     * @param status the answer for a stream that would be left without any view; where others are left, a refused one is
     *     not worth taking them away from the other tabs
     */
    record Admitted(Map<ViewId, Shown> views, int status) {}

    private final Actors actors;
    private final LiveViews views;

    Admission(Actors actors, LiveViews views) {
        this.actors = actors;
        this.views = views;
    }

    /** Admits a user to what they may see now; empty if there is no such user any more. */
    Optional<Admitted> admit(String username, List<Asked> asked) {
        return actors.find(username).map(actor -> admit(actor, asked));
    }

    /** Tells whether the user still sees all of this as they did when it was admitted. */
    boolean stillHolds(String username, Map<ViewId, Shown> views) {
        var asked = views.entrySet().stream()
                .map(view -> new Asked(view.getKey(), view.getValue().version()))
                .toList();
        return admit(username, asked).filter(now -> now.views().equals(views)).isPresent();
    }

    private Admitted admit(Actor actor, List<Asked> asked) {
        Map<ViewId, Shown> admitted = new LinkedHashMap<>();
        var status = 404;
        for (var each : asked) {
            var id = each.view();
            try {
                admitted.put(id, new Shown(each.version(), views.byName(id).audience(actor, id.id())));
            } catch (UnknownRecord | Forbidden e) {
                status = e instanceof Forbidden ? 403 : status;
            }
        }
        return new Admitted(admitted, status);
    }
}
