package dev.slipway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.testing.Database;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class SignInThrottleTest {

    private final String user = UUID.randomUUID().toString();
    private final String address = UUID.randomUUID().toString();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void refusesForAMinuteThenTwoThenFourUpToFifteen() {
        IntStream.range(0, 5).forEach(guess -> assertThat(admits(user, address)).isTrue());

        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            now = now.plus(Duration.ofMinutes(minutes)).minusSeconds(1);
            assertThat(admits(user, address))
                    .as("just before %d minutes", minutes)
                    .isFalse();
            now = now.plusSeconds(1);
            assertThat(admits(user, address)).as("after %d minutes", minutes).isTrue();
        }
    }

    @Test
    void failuresLongAgoDoNotCount() {
        IntStream.range(0, 4).forEach(guess -> admits(user, address));

        now = now.plus(Duration.ofMinutes(16));

        IntStream.range(0, 5).forEach(guess -> assertThat(admits(user, address)).isTrue());
        assertThat(admits(user, address)).isFalse();
    }

    @Test
    void aSuccessClearsTheUser() {
        IntStream.range(0, 4).forEach(guess -> admits(user, address));
        admits(user, address);
        QuarkusTransaction.requiringNew().run(() -> throttle().forget(user, address));

        IntStream.range(0, 5).forEach(guess -> assertThat(admits(user, address)).isTrue());
    }

    @Test
    void oneAddressMayTryTwentyNames() {
        IntStream.range(0, 20)
                .forEach(guess -> assertThat(admits(UUID.randomUUID().toString(), address))
                        .isTrue());

        assertThat(admits(UUID.randomUUID().toString(), address)).isFalse();
        assertThat(admits(UUID.randomUUID().toString(), address + "2")).isTrue();
    }

    @Test
    void guessesAtTheSameMomentAreNoWayAround() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        Callable<Boolean> guess = () -> admits(user, UUID.randomUUID().toString());

        var admitted = threads.invokeAll(Stream.generate(() -> guess).limit(40).toList()).stream()
                .filter(SignInThrottleTest::isTrue)
                .count();
        threads.shutdown();

        assertThat(admitted).isEqualTo(5);
    }

    private static boolean isTrue(Future<Boolean> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean admits(String username, String from) {
        return QuarkusTransaction.requiringNew().call(() -> throttle().admits(username, from));
    }

    private SignInThrottle throttle() {
        var database = Arc.container().instance(EntityManager.class).get();
        return new SignInThrottle(database, Clock.fixed(now, ZoneOffset.UTC));
    }
}
