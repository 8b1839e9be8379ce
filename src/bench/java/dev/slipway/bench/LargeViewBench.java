package dev.slipway.bench;

import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Browser;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The Release Process View of 1,000 and of 5,000 tasks, half of which have ended while one is at work. */
@QuarkusTest
@QuarkusTestResource(value = DurableDatabase.class, restrictToAnnotatedClass = true)
class LargeViewBench {

    private static final int WARM_UP = 60;
    private static final int ROUNDS = 60;

    @Inject
    Scripted tasks;

    @Test
    void weighsAndTimesTheViewOf1000Tasks() {
        measure(1_000);
    }

    @Test
    void weighsAndTimesTheViewOf5000Tasks() {
        measure(5_000);
    }

    private void measure(int size) {
        tasks.block(LargeReleases.HALFWAY);
        tasks.block(LargeReleases.NEXT);
        var release = LargeReleases.create(size);
        var execution = Releaser.execute(release);
        await("half of the tasks").atMost(Duration.ofMinutes(5)).until(() -> halfway(execution, size));
        var path = "/releases/" + release;
        var console = URI.create("http://localhost:" + RestAssured.port);
        var username = Accounts.aUser(Role.RELEASER);
        var visitor = Visitor.of(console, username, Accounts.PASSWORD);

        var weight = visitor.compressed(path);
        var page = Latencies.of(WARM_UP, ROUNDS, () -> {
            var asked = System.nanoTime();
            visitor.compressed(path);
            return System.nanoTime() - asked;
        });
        var shown = Latencies.of(1, 5, () -> show(console, username, path));
        var change = change(visitor, execution);
        print(size, weight, change, page, shown);
        Releaser.terminate(execution);
        tasks.goOn(LargeReleases.NEXT);
    }

    /** Everything before the phase of the blocked task, and in that phase everything but its group. */
    private static boolean halfway(long execution, int size) {
        var ended = Rows.number("select count(*) from step_run where execution_id = ?1 and status = 2", execution);
        return ended == size / 2 + size / 20 * 4 / 5 && Rows.status(execution) == Status.RUNNING;
    }

    /** From the request until all of it is on the screen and answers to clicks. */
    private static long show(URI console, String username, String path) {
        try (var context = Browser.newContext();
                var page = context.newPage()) {
            page.navigate(console.resolve("/sign-in").toString());
            page.fill("#username", username);
            page.fill("#password", Accounts.PASSWORD);
            page.press("#password", "Enter");
            page.waitForURL("**/releases");
            var asked = System.nanoTime();
            page.navigate(console.resolve(path).toString());
            page.evaluate("() => new Promise(shown => requestAnimationFrame(() => setTimeout(shown)))");
            return System.nanoTime() - asked;
        }
    }

    /** The bytes of one change, as they travel in the stream: a task ends, and the one after it starts. */
    private long change(Visitor visitor, long execution) {
        var version = Rows.number("select change_no from execution where id = ?1", execution);
        var stream = visitor.follow("execution:%d@%d".formatted(execution, version));
        stream.opened().orTimeout(10, TimeUnit.SECONDS).join();
        tasks.goOn(LargeReleases.HALFWAY);
        return stream.first().orTimeout(10, TimeUnit.SECONDS).join().length();
    }

    private static void print(int size, long weight, long change, Latencies page, Latencies shown) {
        var name = "view_of_%d_".formatted(size);
        var conditions =
                "a release of %,d tasks in 20 phases, half of them ended, %s".formatted(size, Figure.machine());
        var asked = "asked for %d times over HTTP, read, %s".formatted(ROUNDS, conditions);
        new Figure(name + "weight", weight / 1000.0, "kB compressed", conditions).print();
        new Figure(name + "median", page.median(), "ms", asked).print();
        new Figure(name + "p95", page.percentile(95), "ms", asked).print();
        new Figure(name + "shown", shown.median(), "ms", "in Chromium, until drawn, median of 5, " + conditions)
                .print();
        new Figure(name + "change", change / 1000.0, "kB", "one task ends and one starts, uncompressed, " + conditions)
                .print();
    }
}
