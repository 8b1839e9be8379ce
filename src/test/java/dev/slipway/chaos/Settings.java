package dev.slipway.chaos;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a run was told.
 *
 * @param seed decides the releases, what people do and what breaks; only the interleaving of threads is not in it
 * @param length how long things break
 * @param trials how many executions there are to be at most; 0: as many as fit into the time
 * @param heartbeat of the nodes; four make a lease
 */
record Settings(long seed, Duration length, int trials, Duration heartbeat) {

    private static final double USUAL_MINUTES = 2;
    private static final double MINUTES_OF_MANY_TRIALS = 600;

    /** Reads {@code -Dseed}, {@code -Dminutes}, {@code -Dtrials} and {@code -Dheartbeat} (in milliseconds). */
    static Settings ofSystemProperties() {
        var trials = Integer.getInteger("trials", 0);
        var minutes = property("minutes")
                .or(() -> trials > 0 ? Optional.empty() : property("chaos.minutes"))
                .map(Double::valueOf)
                .orElse(trials > 0 ? MINUTES_OF_MANY_TRIALS : USUAL_MINUTES);
        return new Settings(
                Long.getLong("seed", ThreadLocalRandom.current().nextLong(1_000_000)),
                Duration.ofMillis((long) (minutes * 60_000)),
                trials,
                Duration.ofMillis(Integer.getInteger("heartbeat", 500)));
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }

    /** After this time of silence a node counts as dead: four heartbeats, found by a look every two. */
    Duration lease() {
        return heartbeat.multipliedBy(6);
    }
}
