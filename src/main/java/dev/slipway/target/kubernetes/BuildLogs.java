package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.client.dsl.ContainerResource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The logs of builds that go on, each followed by one stream of this node; none of them has a thread of its own. */
final class BuildLogs implements AutoCloseable {

    private final Consumer<String> grown;
    private final Map<String, FollowedLog> followed = new ConcurrentHashMap<>();

    /** Takes who is told the order of each build of which a log has new lines. */
    BuildLogs(Consumer<String> grown) {
        this.grown = grown;
    }

    /**
     * What the log of a build has so far, without a last line that is still being written. At first there may be nothing: what
     * comes is told.
     */
    List<String> lines(String order, ContainerResource container) {
        forgetWhatNobodyLooksAt();
        var log = followed.computeIfAbsent(order, id -> FollowedLog.begin(container, () -> grown.accept(id)));
        var lines = log.lines();
        if (log.hasEnded()) {
            // If the build goes on, the next look follows it anew.
            followed.remove(order, log);
        }
        return lines;
    }

    /** Another node may have taken a build over. */
    private void forgetWhatNobodyLooksAt() {
        followed.entrySet().stream()
                .filter(entry -> entry.getValue().isLeft())
                .map(Map.Entry::getKey)
                .forEach(this::forget);
    }

    /** Nobody follows the log of a build any more. */
    void forget(String order) {
        var log = followed.remove(order);
        if (log != null) {
            log.close();
        }
    }

    @Override
    public void close() {
        followed.keySet().forEach(this::forget);
    }
}
