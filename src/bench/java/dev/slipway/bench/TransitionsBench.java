package dev.slipway.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How many tasks end in a second where 1,000 releases of 20 tasks that do nothing run at once. */
@QuarkusTest
@QuarkusTestResource(value = DurableDatabase.class, restrictToAnnotatedClass = true)
class TransitionsBench {

    private static final int RELEASES = 1_000;
    private static final int TASKS = 20;
    private static final int WARM_UP = 1_000;
    private static final String COMMITS = "select xact_commit from pg_stat_database where datname = current_database()";

    @Inject
    Scripted tasks;

    @Inject
    Ends ends;

    @Test
    void countsTheTasksThatEndInASecond() {
        var floor = Floor.here();
        var releases = SerialReleases.create(RELEASES, TASKS, "task");
        run(releases.subList(0, WARM_UP).stream().map(Releaser::execute).toList());
        var waits = new CountDownLatch(1);
        tasks.on("task1", ticket -> {
            await(waits);
            return Scripted.succeeded();
        });
        var executions = releases.parallelStream().map(Releaser::execute).toList();

        var before = floor.transactionsASecond();
        var commits = Rows.number(COMMITS);
        var worked = processorNanos();
        var began = System.nanoTime();
        waits.countDown();
        run(executions);
        var seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        print(
                new Run(seconds, Rows.number(COMMITS) - commits, (processorNanos() - worked) / 1e6),
                (before + floor.transactionsASecond()) / 2);
    }

    private void run(Collection<Long> executions) {
        CompletableFuture.allOf(executions.stream().map(ends::of).toArray(CompletableFuture[]::new))
                .orTimeout(10, TimeUnit.MINUTES)
                .join();
    }

    /** What it took, and how long the processors worked for it on the side of Slipway, in milliseconds. */
    private record Run(double seconds, long commits, double processorMillis) {}

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static void print(Run run, double floor) {
        var all = (double) RELEASES * TASKS;
        var steps = all / run.seconds();
        var conditions =
                "%d releases of %d tasks one after another, all started before, after %d others, PostgreSQL with fsync on, %s"
                        .formatted(RELEASES, TASKS, WARM_UP, Figure.machine());
        var floors = "one update by key and one insert, 8 connections, before and after, " + conditions;
        List.of(
                        new Figure("steps_a_second", steps, "steps/s", conditions),
                        new Figure("commits_a_step", run.commits() / all, "commits", conditions),
                        new Figure("processor_time_a_step", run.processorMillis() / all, "ms", conditions),
                        new Figure("floor_transactions_a_second", floor, "transactions/s", floors),
                        new Figure("steps_to_floor", 100 * steps / floor, "% of the floor", conditions))
                .forEach(Figure::print);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
