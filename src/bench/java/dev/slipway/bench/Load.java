package dev.slipway.bench;

import dev.slipway.testing.Releaser;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Releases that start one after the other at a fixed rate, until it is stopped. */
record Load(ScheduledExecutorService starter) {

    /** @param releases enough of them that each has ended when it is its turn again */
    static Load of(List<UUID> releases, int aMinute) {
        var next = new AtomicInteger();
        var starter = Executors.newSingleThreadScheduledExecutor();
        var unused = starter.scheduleAtFixedRate(
                () -> Releaser.execute(releases.get(next.getAndIncrement() % releases.size())),
                0,
                TimeUnit.MINUTES.toNanos(1) / aMinute,
                TimeUnit.NANOSECONDS);
        return new Load(starter);
    }

    void stop() {
        starter.shutdownNow();
    }
}
