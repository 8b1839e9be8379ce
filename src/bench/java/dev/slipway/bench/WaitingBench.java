package dev.slipway.bench;

import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What it costs that 10,000 checkpoints wait for people, and 10,000 schedules for their time. */
@QuarkusTest
@QuarkusTestResource(value = DurableDatabase.class, restrictToAnnotatedClass = true)
class WaitingBench {

    private static final int MANY = 10_000;
    private static final Duration WATCHED = Duration.ofSeconds(30);

    private static final String POLICIES =
            """
            insert into trigger_policy (release_task_id, hooks, set_by, set_by_name, set_at, handled_until, revision)
            select id, '[{"schedule": "0 0 9 ? * MON *", "offset_hours": 0}]', 'somebody', 'Somebody', now(), now(), 1
            from release_task
            """;

    private static final String SCHEDULES =
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select 'trigger', release_task_id || '/1', now() + interval '30 days', false, 1 from trigger_policy
            """;

    @Test
    void weighsWhatWaits() {
        var releases = SerialReleases.copies(MANY, Given.group(Given.approval("approve")));
        releases.stream().limit(100).forEach(WaitingBench::startAndEnd);
        var before = Costs.now();

        releases.parallelStream().forEach(Releaser::execute);
        Rows.change(POLICIES);
        Rows.change(SCHEDULES);
        var after = Costs.now();

        print(before, after);
        Rows.change("delete from scheduled_tasks");
    }

    private static void startAndEnd(UUID release) {
        Releaser.terminate(Releaser.execute(release));
    }

    /**
     * What this JVM takes.
     *
     * @param processors of one, in percent, over half a minute
     * @param memory of the heap after a collection, in MiB
     */
    private record Costs(double processors, double memory, int threads) {

        static Costs now() {
            var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            rest(Duration.ofSeconds(10));
            var worked = system.getProcessCpuTime();
            rest(WATCHED);
            var share = 100.0 * (system.getProcessCpuTime() - worked) / WATCHED.toNanos();
            System.gc();
            var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            return new Costs(
                    share,
                    used / 1024.0 / 1024,
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }

        private static void rest(Duration time) {
            await("a while").pollDelay(time).timeout(time.multipliedBy(2)).until(() -> true);
        }
    }

    private static void print(Costs before, Costs after) {
        var conditions = "%,d executions at a checkpoint and %,d schedules a month ahead, against none, in one JVM, %s"
                .formatted(MANY, MANY, Figure.machine());
        List.of(
                        new Figure("waiting_processor", after.processors(), "% of a processor", conditions),
                        new Figure("nothing_waiting_processor", before.processors(), "% of a processor", conditions),
                        new Figure("waiting_memory", after.memory() - before.memory(), "MiB more heap", conditions),
                        new Figure("waiting_threads", after.threads() - before.threads(), "threads more", conditions))
                .forEach(Figure::print);
    }
}
