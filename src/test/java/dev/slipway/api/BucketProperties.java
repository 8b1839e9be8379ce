package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BucketProperties {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void nobodyGetsMoreThanTheLimitAllows(
            @ForAll @IntRange(min = 1, max = 1000) int perMinute,
            @ForAll @Size(max = 200) List<@IntRange(max = 5000) Integer> pausesInMillis) {
        var bucket = Bucket.full(perMinute, START);
        var now = START;
        var admitted = 0;
        for (var pause : pausesInMillis) {
            now = now.plusMillis(pause);
            bucket = bucket.ask(now, perMinute);
            admitted += bucket.admits() ? 1 : 0;
        }

        var passed = now.toEpochMilli() - START.toEpochMilli();
        assertThat(admitted).isLessThanOrEqualTo((int) (perMinute + passed * perMinute / 60_000 + 1));
        assertThat(bucket.level()).isBetween(0.0, (double) perMinute);
    }

    @Property
    void whoWaitsAsLongAsToldIsAdmitted(@ForAll @IntRange(min = 1, max = 1000) int perMinute) {
        var bucket = Bucket.full(perMinute, START);
        while (bucket.admits()) {
            bucket = bucket.ask(START, perMinute);
        }

        var later = START.plusSeconds(bucket.secondsToWait(perMinute));

        assertThat(bucket.ask(later, perMinute).admits()).isTrue();
        assertThat(bucket.ask(START.minusSeconds(5), perMinute).admits()).isFalse();
    }
}
