package dev.slipway.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PatienceProperties {

    @Property
    void nobodyWaitsBeyondTheLimitOrLessThanTheServerAsksFor(
            @ForAll @IntRange(min = 1, max = 1000) int failed,
            @ForAll @LongRange(max = 100_000) long since,
            @ForAll @LongRange(max = 100_000) long asked,
            @ForAll @LongRange(max = 100_000) long limit) {
        var patience = new Patience(Duration.ofMillis(limit));

        var pause = patience.pause(failed, Duration.ofMillis(since), Duration.ofMillis(asked));

        pause.ifPresent(time -> {
            assertThat(time.plusMillis(since)).isLessThanOrEqualTo(Duration.ofMillis(limit));
            assertThat(time).isPositive().isGreaterThanOrEqualTo(Duration.ofMillis(asked));
        });
    }
}
