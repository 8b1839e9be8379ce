package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.target.Connection;
import dev.slipway.testing.StoppedClock;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClustersTest {

    private static final UUID ENVIRONMENT = UUID.randomUUID();

    private final Vertx vertx = Vertx.vertx();
    private final StoppedClock clock = new StoppedClock("2026-01-01T00:00:00Z");
    private int edition = 1;
    private final Clusters clusters = new Clusters(
            environment -> connection(),
            new Access(new Settings()),
            vertx,
            new WakeUps(orders -> {
                throw new AssertionError("nobody waits");
            }),
            clock);

    @AfterEach
    void close() {
        clusters.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void opensAClientAnewWhenTheConnectionHasChanged() {
        var first = clusters.of(ENVIRONMENT);

        assertThat(clusters.of(ENVIRONMENT)).isSameAs(first);
        edition++;
        assertThat(clusters.of(ENVIRONMENT)).isNotSameAs(first);
        assertThat(clusters.size()).isEqualTo(1);
    }

    @Test
    void closesWhatNobodyHasAskedForAWhile() {
        clusters.of(ENVIRONMENT);
        clock.advance(Duration.ofMinutes(9));
        clusters.closeIdle();
        assertThat(clusters.size()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        clusters.closeIdle();

        assertThat(clusters.size()).isZero();
    }

    private Connection connection() {
        return new Connection(
                ENVIRONMENT,
                "production",
                edition,
                Map.of("access", "token", "server", "https://localhost:1", "namespace", "shop"),
                Map.of("token", "abc"));
    }

    private static final class Settings implements KubernetesConfig {

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public List<String> allowedNetworks() {
            return List.of("0.0.0.0/0", "::/0");
        }

        @Override
        public boolean inCluster() {
            return false;
        }

        @Override
        public Duration requestTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration keep() {
            return Duration.ofDays(1);
        }

        @Override
        public Build build() {
            throw new UnsupportedOperationException("nothing is built");
        }
    }
}
