package dev.slipway.bench;

import dev.slipway.testing.Releaser;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** From the moment at which a release of two tasks that do nothing was to start to its end, at fixed rates. */
@QuarkusTest
@QuarkusTestResource(value = DurableDatabase.class, restrictToAnnotatedClass = true)
class RatesBench {

    // As many as a node's threads for requests would let in at once on a small machine.
    private static final int STARTERS = 16;
    private static final int SECONDS = 15;
    private static final List<Integer> A_MINUTE = List.of(250, 1_000, 3_000, 6_000, 9_000, 12_000);

    @Inject
    AgroalDataSource database;

    @Inject
    Ends ends;

    @Test
    void timesReleasesFromStartToEnd() {
        var floor = Floor.here();
        var releases = SerialReleases.create(4_000, 2, "task");
        var starters = Executors.newFixedThreadPool(STARTERS);
        at(6_000, releases, starters);
        for (var rate : A_MINUTE) {
            var transactions = floor.transactionsASecond();
            var commit = Latencies.of(100, 300, SmallestCommit.in(database));
            print(rate, at(rate, releases, starters), commit, transactions);
        }
        starters.shutdown();
    }

    /** Whoever starts late because others were slow counts from when it was to start. */
    private Run at(int aMinute, List<UUID> releases, ExecutorService starters) {
        var pause = TimeUnit.MINUTES.toNanos(1) / aMinute;
        var count = aMinute * SECONDS / 60;
        var began = System.nanoTime();
        var ended = new ArrayList<CompletableFuture<Long>>();
        for (int no = 0; no < count; no++) {
            var due = began + no * pause;
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            var release = releases.get(no % releases.size());
            ended.add(CompletableFuture.supplyAsync(() -> Releaser.execute(release), starters)
                    .thenCompose(ends::of)
                    .thenApply(end -> end - due));
        }
        var nanos = ended.stream().map(CompletableFuture::join).sorted().toList();
        return new Run(new Latencies(nanos), count / ((System.nanoTime() - began) / 60e9));
    }

    /** What came of one rate. */
    private record Run(Latencies latencies, double endedAMinute) {}

    private static void print(int rate, Run run, Latencies commit, double floor) {
        var conditions = "%d s at %,d releases a minute, floor %.0f transactions/s, smallest commit %.2f ms, %s"
                .formatted(SECONDS, rate, floor, commit.median(), Figure.machine());
        var name = "release_at_%d_".formatted(rate);
        new Figure(name + "median", run.latencies().median(), "ms", conditions).print();
        new Figure(name + "p95", run.latencies().percentile(95), "ms", conditions).print();
        new Figure(
                        name + "p95_in_commits",
                        run.latencies().percentile(95) / commit.median(),
                        "smallest commits",
                        conditions)
                .print();
        new Figure(name + "ended", run.endedAMinute(), "releases/min", conditions).print();
    }
}
