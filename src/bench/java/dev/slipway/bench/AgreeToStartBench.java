package dev.slipway.bench;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** From the click on Agree to the moment at which the next task begins to run. */
@QuarkusTest
@QuarkusTestResource(value = DurableDatabase.class, restrictToAnnotatedClass = true)
class AgreeToStartBench {

    private static final int WARM_UP = 200;
    private static final int ROUNDS = 300;

    @Inject
    Scripted tasks;

    @Inject
    AgroalDataSource database;

    @Test
    void timesTheWayFromAgreeToTheNextTask() {
        measure("agree_to_start_", "nothing else runs");
    }

    @Test
    void timesTheWayWhileOtherReleasesRun() {
        var load = Load.of(SerialReleases.create(2_000, 2, "busy"), 1_500);
        try {
            measure("agree_to_start_busy_", "beside 1,500 releases of two tasks a minute");
        } finally {
            load.stop();
        }
    }

    private void measure(String name, String beside) {
        var release = Given.release("timed")
                .phase(Given.group(Given.approval("approve"), Given.scripted("next")))
                .create();
        var approver = Visitor.of(
                URI.create("http://localhost:" + RestAssured.port), Accounts.aUser(Role.APPROVER), Accounts.PASSWORD);
        var floor = Latencies.of(WARM_UP, ROUNDS, SmallestCommit.in(database));
        var start = Latencies.of(WARM_UP, ROUNDS, () -> round(release, approver));

        var machine = Figure.machine();
        var conditions = "%s, %d times one after another after %d not counted, PostgreSQL with fsync on, %s"
                .formatted(beside, ROUNDS, WARM_UP, machine);
        new Figure(name + "median", start.median(), "ms", conditions).print();
        new Figure(name + "p95", start.percentile(95), "ms", conditions).print();
        new Figure(name + "p99", start.percentile(99), "ms", conditions).print();
        new Figure("smallest_commit_median", floor.median(), "ms", "one update, one insert, " + conditions).print();
        new Figure(name + "in_commits", start.median() / floor.median(), "smallest commits", conditions).print();
    }

    private long round(UUID release, Visitor approver) {
        var execution = Rows.execution(Releaser.execute(release));
        var decision = "/releases/%s/executions/%d/steps/approve/decision".formatted(release, execution.no());
        approver.get(decision);
        var begun = new CompletableFuture<Long>();
        tasks.on("next", ticket -> {
            begun.complete(System.nanoTime());
            return Scripted.succeeded();
        });

        var clicked = System.nanoTime();
        approver.post(decision, Map.of("verdict", "AGREE", "attempt", "1", "comments", "Looks good."));

        var took = begun.orTimeout(30, TimeUnit.SECONDS).join() - clicked;
        Releaser.end(execution.id());
        return took;
    }
}
