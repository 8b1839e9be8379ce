package dev.slipway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.execution.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds whatever is told. */
class WebhookProperties {

    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5));

    @Property
    void everyPauseIsBetweenHalfOfTheMostAndTheMost(
            @ForAll @IntRange(min = 1, max = 10_000) int attempts, @ForAll @DoubleRange(max = 1) double chance) {
        var pause = BACKOFF.pause(attempts, chance);
        var most = BACKOFF.pause(attempts, 1);

        assertThat(pause).isBetween(most.dividedBy(2), most);
        assertThat(most).isBetween(Duration.ofSeconds(5), Backoff.LONGEST);
        assertThat(BACKOFF.pause(attempts + 1, 1)).isGreaterThanOrEqualTo(most);
    }

    @Property
    void aChangeIsToldAsWhereItLeads(@ForAll Status before, @ForAll Status after) {
        var told = EventType.of(before, after, 0);

        assertThat(told.isEmpty()).isEqualTo(before == after);
        assertThat(told).doesNotContain(EventType.STARTED, EventType.CHECKPOINT, EventType.TEST);
        if (before != after) {
            assertThat(told).hasSize(1);
            assertThat(told.contains(EventType.ENDED)).isEqualTo(!after.isActive());
        }
    }

    @Property
    void aStartComesFirstAndCheckpointsBeforeWhatTheyLeadTo(
            @ForAll Status after, @ForAll @IntRange(max = 3) int asking) {
        var told = EventType.of(null, after, asking);

        assertThat(told.get(0)).isEqualTo(EventType.STARTED);
        assertThat(told).doesNotContain(EventType.RESUMED).doesNotHaveDuplicates();
        assertThat(told.contains(EventType.CHECKPOINT)).isEqualTo(asking > 0);
        if (asking > 0) {
            assertThat(told.get(1)).isEqualTo(EventType.CHECKPOINT);
        }
    }

    @Property
    void receiversAcceptWhatASecretOfTheirsHasSigned(@ForAll String body) throws Exception {
        var old = Signature.newSecret();
        var secret = Signature.newSecret();
        var now = Instant.now();

        Map<String, List<String>> headers = Map.of(
                "webhook-id", List.of("some-id"),
                "webhook-timestamp", List.of(String.valueOf(now.getEpochSecond())),
                "webhook-signature", List.of(Signature.of(List.of(secret, old), "some-id", now, body)));

        new com.standardwebhooks.Webhook(old).verify(body, headers);
        new com.standardwebhooks.Webhook(secret).verify(body, headers);
    }

    @Property
    void whatIsNoPointInTheLogLeadsToTheNewest(@ForAll String text) {
        assertThat(LogCursor.read(text).isNewest()).isTrue();
    }
}
