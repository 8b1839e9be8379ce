package dev.slipway.bench;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From the commit of a change to its arrival at 500 who watch the release, half of whom see other buttons. */
@QuarkusTest
@QuarkusTestResource(value = DurableDatabase.class, restrictToAnnotatedClass = true)
class ViewersBench {

    private static final int VIEWERS = 500;
    private static final int TASKS = 60;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(250);
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
    private static final String LISTENING =
            "select count(*) from pg_stat_activity where application_name = 'slipway announcements'";

    @Inject
    Scripted tasks;

    @Inject
    Commits commits;

    @Inject
    Ends ends;

    @Test
    void timesTheWayFromACommitToAllWhoWatch() {
        var release = SerialReleases.create(1, TASKS, "task").get(0);
        IntStream.rangeClosed(1, TASKS)
                .forEach(no -> tasks.on("task" + no, ticket -> {
                    LockSupport.parkNanos(PAUSE);
                    return Scripted.succeeded();
                }));
        tasks.block("task1");
        var execution = Releaser.execute(release);
        var version = Rows.number("select change_no from execution where id = ?1", execution);
        var seen = watch("execution:%d@%d".formatted(execution, version));

        var machine = Figure.machine();
        tasks.goOn("task1");
        ends.of(execution).orTimeout(2, TimeUnit.MINUTES).join();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        print(latencies(execution, version, seen), machine);
    }

    /** When a viewer saw which version. */
    private record Sight(long version, long at) {}

    private static List<Queue<Sight>> watch(String view) {
        var console = URI.create("http://localhost:" + RestAssured.port);
        var people = List.of(
                Visitor.of(console, Accounts.aUser(Role.VIEWER), Accounts.PASSWORD),
                Visitor.of(console, Accounts.aUser(Role.RELEASER), Accounts.PASSWORD));
        List<Queue<Sight>> seen = new ArrayList<>();
        List<Stream> streams = new ArrayList<>();
        for (int no = 0; no < VIEWERS; no++) {
            Queue<Sight> sights = new ConcurrentLinkedQueue<>();
            seen.add(sights);
            streams.add(people.get(no % people.size())
                    .follow(view, line -> sights.add(new Sight(version(line), System.nanoTime()))));
        }
        streams.forEach(stream -> stream.opened().orTimeout(1, TimeUnit.MINUTES).join());
        return seen;
    }

    private static long version(String line) {
        var found = VERSION.matcher(line);
        if (!found.find()) {
            throw new IllegalStateException("no version: " + line);
        }
        return Long.parseLong(found.group(1));
    }

    /** Of each viewer and each change: until something arrived that has it. */
    private Latencies latencies(long execution, long known, Collection<Queue<Sight>> seen) {
        var nanos = new ArrayList<Long>();
        commits.of(execution)
                .tailMap(known, false)
                .forEach((version, committed) -> seen.forEach(sights -> nanos.add(sights.stream()
                        .filter(sight -> sight.version() >= version)
                        .mapToLong(sight -> sight.at() - committed)
                        .min()
                        .orElse(Long.MAX_VALUE))));
        return new Latencies(nanos.stream().sorted().toList());
    }

    private static void print(Latencies arrival, String machine) {
        var conditions = "%d streams of two audiences on one node, a change every %d ms, reading them beside it, %s"
                .formatted(VIEWERS, TimeUnit.NANOSECONDS.toMillis(PAUSE), machine);
        new Figure("change_to_viewer_median", arrival.median(), "ms", conditions).print();
        new Figure("change_to_viewer_p95", arrival.percentile(95), "ms", conditions).print();
        new Figure("change_to_viewer_last", arrival.percentile(100), "ms", conditions).print();
        new Figure("listening_connections", Rows.number(LISTENING), "connections", conditions).print();
    }
}
