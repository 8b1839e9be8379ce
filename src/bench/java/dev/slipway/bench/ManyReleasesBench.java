package dev.slipway.bench;

import dev.slipway.project.Role;
import dev.slipway.testing.Archive;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The pages of a project with 1,000 release tasks and 1,000,000 executions, half of them of one release task. */
@QuarkusTest
@QuarkusTestResource(value = DurableDatabase.class, restrictToAnnotatedClass = true)
class ManyReleasesBench {

    private static final int WARM_UP = 100;
    private static final int ROUNDS = 200;

    @Inject
    AgroalDataSource database;

    @Test
    void timesTheListAndTheRecords() {
        var project = OwnProject.create();
        var records = "/releases/%s/executions".formatted(Archive.fill(project, 1_000, 1_000_000));
        var browser = project.browserOf(Role.RELEASER);

        var floor = Latencies.of(WARM_UP, ROUNDS, SmallestCommit.in(database));
        new TreeMap<>(Map.of(
                        "list",
                        "/releases",
                        "list_deep",
                        "/releases?name=archive-9&status=RELEASE_FAILED&sort=name",
                        "records",
                        records,
                        "records_deep",
                        records + "?after=1000"))
                .forEach((name, path) -> time(name, path, browser, floor));
    }

    private static void time(String name, String path, PlainBrowser browser, Latencies floor) {
        var page = Latencies.of(WARM_UP, ROUNDS, () -> {
            var asked = System.nanoTime();
            browser.page(path, 200);
            return System.nanoTime() - asked;
        });
        var conditions = "1,000 release tasks, 1,000,000 executions, page of 20 asked for %d times, read and parsed, %s"
                .formatted(ROUNDS, Figure.machine());
        new Figure(name + "_median", page.median(), "ms", conditions).print();
        new Figure(name + "_p95", page.percentile(95), "ms", conditions).print();
        new Figure(name + "_in_commits", page.median() / floor.median(), "smallest commits", conditions).print();
    }
}
