package dev.slipway.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Slows down a token that asks too often. Each node counts for itself: this protects a node, and is no bill. */
@ApplicationScoped
class RateLimit {

    private static final int MANY = 10_000;

    private final int perMinute;
    private final Clock clock;
    private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimit(ApiConfig config, Clock clock) {
        this.perMinute = config.requestsPerMinute();
        this.clock = clock;
    }

    /** Counts a request; gives the seconds to wait where it is one too many. */
    OptionalLong count(long token) {
        var now = clock.instant();
        if (buckets.size() > MANY) {
            // Idle for a minute is full, and a full bucket is as good as none.
            buckets.values().removeIf(bucket -> bucket.at().isBefore(now.minus(Duration.ofMinutes(1))));
        }
        var bucket = buckets.compute(
                token, (id, old) -> (old == null ? Bucket.full(perMinute, now) : old).ask(now, perMinute));
        return bucket.admits() ? OptionalLong.empty() : OptionalLong.of(bucket.secondsToWait(perMinute));
    }
}
