package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.client.dsl.ContainerResource;
import io.fabric8.kubernetes.client.dsl.LogWatch;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log from its beginning on, while it is being written. */
final class FollowedLog extends OutputStream {

    /** What is longer is still in the cluster. */
    static final int MOST_BYTES = 4 << 20;

    // A build writes many lines a second, and whoever is told has to look them up in the database.
    private static final long BETWEEN = Duration.ofSeconds(1).toNanos();

    // Whoever waits for a build looks at it every few seconds.
    private static final long LEFT_AFTER = Duration.ofMinutes(2).toNanos();

    private final Runnable grown;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private @Nullable LogWatch watch;
    private boolean ended;
    private long lookedAt = System.nanoTime();
    private long toldAt = System.nanoTime() - BETWEEN;

    private FollowedLog(Runnable grown) {
        this.grown = grown;
    }

    /** Begins to follow the log of a container; {@code grown} runs soon after there is more of it, and must not wait. */
    static FollowedLog begin(ContainerResource container, Runnable grown) {
        var log = new FollowedLog(grown);
        var watch = container.limitBytes(MOST_BYTES).watchLog(log);
        log.isFollowedBy(watch);
        watch.onClose().whenComplete((code, problem) -> log.end());
        return log;
    }

    private synchronized void isFollowedBy(LogWatch begun) {
        watch = begun;
    }

    /** The lines that are complete. */
    synchronized List<String> lines() {
        lookedAt = System.nanoTime();
        return BuildLog.lines(text.toString(StandardCharsets.UTF_8), false);
    }

    /** Whether nothing more comes, for now or for ever. */
    synchronized boolean hasEnded() {
        return ended;
    }

    /** Whether nobody has asked for its lines for a while. */
    synchronized boolean isLeft() {
        return System.nanoTime() - lookedAt > LEFT_AFTER;
    }

    private synchronized void end() {
        ended = true;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        var now = System.nanoTime();
        synchronized (this) {
            text.write(bytes, from, Math.min(count, MOST_BYTES - text.size()));
            if (now - toldAt < BETWEEN) {
                return;
            }
            toldAt = now;
        }
        grown.run();
    }

    @Override
    public void close() {
        LogWatch begun;
        synchronized (this) {
            begun = watch;
        }
        if (begun != null) {
            begun.close();
        }
    }
}
