package dev.slipway.target.kubernetes;

import dev.slipway.target.BadConnection;
import dev.slipway.target.Connection;
import dev.slipway.target.Connections;
import dev.slipway.target.TargetProblem;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The clusters behind environments: one client for each on this node, opened anew when its connection changes. */
@ApplicationScoped
class Clusters {

    // A rollout that goes on is looked at every few seconds.
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);
    private static final long SWEEP_MILLIS = Duration.ofMinutes(1).toMillis();

    // What watches tell is handled in no time; many clusters share these.
    private static final int THREADS = 2;

    private final Connections connections;
    private final Access access;
    private final Vertx vertx;
    private final WakeUps wakeUps;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, Clusters::thread);
    private final Map<UUID, Cluster> open = new ConcurrentHashMap<>();
    private final Clock clock;
    private final long sweep;

    Clusters(Connections connections, Access access, Vertx vertx, WakeUps wakeUps, Clock clock) {
        this.connections = connections;
        this.access = access;
        this.vertx = vertx;
        this.wakeUps = wakeUps;
        this.clock = clock;
        this.sweep = vertx.setPeriodic(SWEEP_MILLIS, timer -> threads.execute(this::closeIdle));
    }

    /** @throws TargetProblem if the environment has no connection that can be used */
    Cluster of(UUID environment) {
        var connection = connections.of(environment);
        return open.compute(
                environment, (id, known) -> current(connection, known).usedAt(clock.instant()));
    }

    /** Closes what nobody has asked for a while; its environment may even be deleted. */
    void closeIdle() {
        var limit = clock.instant().minus(KEPT_FOR);
        open.keySet()
                .forEach(id -> open.computeIfPresent(id, (same, cluster) -> {
                    if (cluster.usedAt().isBefore(limit)) {
                        cluster.close();
                        return null;
                    }
                    return cluster;
                }));
    }

    /** How many are open. */
    int size() {
        return open.size();
    }

    private Cluster current(Connection connection, @Nullable Cluster known) {
        if (known != null && known.edition() == connection.edition()) {
            return known;
        }
        var opened = new Cluster(connection, client(connection), wakeUps);
        if (known != null) {
            known.close();
        }
        return opened;
    }

    /** A client of its own, for whoever closes it. */
    KubernetesClient client(Connection connection) {
        try {
            return new KubernetesClientBuilder()
                    .withConfig(access.config(connection))
                    .withHttpClientFactory(new VertxHttpClientFactory(vertx))
                    .withTaskExecutor(threads)
                    .build();
        } catch (BadConnection e) {
            throw new TargetProblem(
                    "%s can't be reached: %s".formatted(connection.name(), String.valueOf(e.getMessage())), e);
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "kubernetes");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void close() {
        vertx.cancelTimer(sweep);
        open.values().forEach(Cluster::close);
        threads.shutdownNow();
    }
}
