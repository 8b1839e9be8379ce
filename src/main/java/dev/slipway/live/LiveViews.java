package dev.slipway.live;

import dev.slipway.project.UnknownRecord;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The views that pages can follow, and those that are watched on this node. */
@ApplicationScoped
class LiveViews {

    private final Renderers renderers;
    private final Map<String, LiveView> known;
    private final Map<ViewId, WatchedView> watched = new ConcurrentHashMap<>();

    LiveViews(Renderers renderers, @All List<LiveView> views) {
        this.renderers = renderers;
        this.known = views.stream().collect(Collectors.toMap(LiveView::name, Function.identity()));
    }

    /**
     * The view with the name of this id.
     *
     * @throws UnknownRecord if there is none
     */
    LiveView byName(ViewId id) {
        var view = known.get(id.name());
        if (view == null) {
            throw new UnknownRecord("live view", id.name());
        }
        return view;
    }

    void join(ViewId id, Watcher watcher, WatchedView.Shown shown) {
        watched.compute(id, (same, view) -> {
            var joined = view == null ? new WatchedView(id, byName(id), renderers) : view;
            joined.join(watcher, shown);
            return joined;
        });
    }

    void leave(ViewId id, Watcher watcher) {
        watched.computeIfPresent(id, (same, view) -> {
            view.leave(watcher);
            return view.isWatched() ? view : null;
        });
    }

    void resume(ViewId id, Watcher watcher) {
        var view = watched.get(id);
        if (view != null) {
            view.resume(watcher);
        }
    }

    /** Brings those up to date that watch what was announced. */
    void announced(String topic) {
        watched.values().stream().filter(view -> view.changesWith(topic)).forEach(WatchedView::changed);
    }

    /** Brings all up to date, after announcements may have been missed. */
    void anythingMayHaveChanged() {
        watched.values().forEach(WatchedView::changed);
    }
}
