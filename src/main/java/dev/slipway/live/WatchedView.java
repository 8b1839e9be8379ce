package dev.slipway.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One view with all who watch it on this node. What changed is rendered once for those who see the same from the same
 * version on; changes that come while it renders are rendered together afterwards.
 */
class WatchedView {

    private static final Logger LOG = Logger.getLogger(WatchedView.class);

    /** What someone shows of the view now. */
    record Shown(long version, Audience audience) {}

    private final ViewId id;
    private final LiveView view;
    private final Executor renderers;
    private final String announcement;
    private final Map<Watcher, Shown> watchers = new HashMap<>();
    private final Set<Watcher> behind = new HashSet<>();
    private boolean catchingUp;

    WatchedView(ViewId id, LiveView view, Executor renderers) {
        this.id = id;
        this.view = view;
        this.renderers = renderers;
        this.announcement = view.announcement(id.id());
    }

    boolean changesWith(String topic) {
        return announcement.equals(topic);
    }

    synchronized void join(Watcher watcher, Shown shown) {
        watchers.put(watcher, shown);
        catchUp(Set.of(watcher));
    }

    synchronized void leave(Watcher watcher) {
        watchers.remove(watcher);
    }

    synchronized boolean isWatched() {
        return !watchers.isEmpty();
    }

    synchronized void changed() {
        catchUp(watchers.keySet());
    }

    /** Goes on with someone who was busy before. */
    synchronized void resume(Watcher watcher) {
        catchUp(Set.of(watcher));
    }

    private void catchUp(Set<Watcher> who) {
        behind.addAll(who);
        if (!catchingUp) {
            catchingUp = true;
            // Rendering waits for the database, which neither an event loop nor the announcements may wait for.
            renderers.execute(this::bringUpToDate);
        }
    }

    private void bringUpToDate() {
        for (var groups = nextGroups(); !groups.isEmpty(); groups = nextGroups()) {
            groups.forEach(this::render);
        }
    }

    private synchronized Map<Shown, List<Watcher>> nextGroups() {
        var groups = behind.stream()
                .filter(watcher -> watchers.containsKey(watcher) && !watcher.isBusy())
                .collect(Collectors.groupingBy(watchers::get));
        behind.clear();
        catchingUp = !groups.isEmpty();
        return groups;
    }

    private void render(Shown shown, List<Watcher> group) {
        try {
            var update = view.since(id.id(), shown.version(), shown.audience());
            if (update.version() != shown.version()) {
                var next = new Shown(update.version(), shown.audience());
                var event = LiveEvent.of(id, update);
                group.forEach(watcher -> deliver(watcher, shown, next, event));
            }
        } catch (RuntimeException e) {
            // One view that can't be rendered must not keep others from following; the next change tries again.
            LOG.errorf(e, "View %s cannot be rendered from version %d on", id, shown.version());
        }
    }

    private synchronized void deliver(Watcher watcher, Shown before, Shown next, LiveEvent event) {
        if (watchers.replace(watcher, before, next)) {
            watcher.send(event);
        }
    }
}
