package dev.slipway.target.kubernetes;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Status;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of a rollout and of a build whose node is killed: its job is nobody's for a while, and nothing is known but rows. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class KubernetesKilledTest extends WithCluster {

    @Test
    void anotherNodeGoesOnWatchingTheSameRollout() {
        var execution = shop.deploy("web", "1.0.0", cluster.image("slow"));
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(message(execution, "deploy")).startsWith("0 of 2 pods are ready"));
        var before = cluster.object("apps/v1", "Deployment", "web").getMetadata();

        kill();
        cluster.proceed();
        awaitTwoPods();
        assertThat(Rows.status(execution)).as("nobody has seen it").isEqualTo(Status.RUNNING);
        takeOver();

        assertThat(Shop.end(execution)).as(message(execution, "deploy")).isEqualTo(Status.SUCCESSFUL);
        var after = cluster.object("apps/v1", "Deployment", "web").getMetadata();
        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getGeneration()).as("nothing is applied twice").isEqualTo(before.getGeneration());
        assertThat(Rows.number("select count(*) from kubernetes_order")).isOne();
    }

    @Test
    void looksAtARolloutBeforeItSaysThatItIsLate() {
        var execution = shop.deploy("web", "1.0.0", cluster.image("slow"));
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(message(execution, "deploy")).startsWith("0 of 2 pods are ready"));

        kill();
        cluster.proceed();
        awaitTwoPods();
        Rows.change("update kubernetes_order set created_at = created_at - interval '1 hour'");
        takeOver();

        assertThat(Shop.end(execution)).as(message(execution, "deploy")).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void anotherNodeGoesOnWithTheSameBuild() {
        requireBuilder();
        var execution = shop.execute(build());
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(lines(execution)).isEqualTo(2));
        var jobs = cluster.names("batch/v1", "Job");

        kill();
        cluster.proceedBuild();
        takeOver();

        assertThat(Shop.end(execution)).as(message(execution, "build")).isEqualTo(Status.SUCCESSFUL);
        assertThat(lines(execution)).as("no line twice, and none is missing").isEqualTo(4);
        assertThat(cluster.names("batch/v1", "Job")).hasSize(1).isEqualTo(jobs);
    }

    /** The API server has got the Job, and the node dies before it knows. */
    @Test
    void aJobOfWhichNobodyHeardIsTheSameJob() {
        var cluster = fake("an answer is lost");
        var answers = new AtomicInteger();
        cluster.answer(request -> isOfTheJob(request) && answers.getAndIncrement() == 0
                ? Optional.of(cluster.lose(request))
                : Optional.empty());

        var execution = shop.execute(build());
        await().untilAsserted(() -> assertThat(lines(execution)).isEqualTo(2));
        cluster.builder().proceed();

        assertThat(Releaser.end(execution)).as(message(execution, "build")).isEqualTo(Status.SUCCESSFUL);
        assertThat(answers).hasValueGreaterThan(1);
        assertThat(cluster.names("batch/v1", "Job")).hasSize(1);
        assertThat(lines(execution)).isEqualTo(4);
    }

    private void awaitTwoPods() {
        await().atMost(ofMinutes(1))
                .until(() -> Values.number(
                                Values.at(
                                        cluster.object("apps/v1", "Deployment", "web")
                                                .getAdditionalProperties(),
                                        "status",
                                        "availableReplicas"),
                                0)
                        == 2);
    }

    private static boolean isOfTheJob(RecordedRequest request) {
        return request.getMethod().equals("PATCH") && request.getPath().contains("/jobs/");
    }

    /** The node has a job, does nothing with it any more, and has forgotten what it knew of the cluster. */
    private void kill() {
        await().until(() -> Rows.change(
                        """
                        update scheduled_tasks set picked = true, picked_by = 'killed', last_heartbeat = now(), version = version + 1
                        where not picked
                        """)
                == 1);
        shop.reconnect(cluster);
    }

    /** As is done for a node that comes back, or whose heartbeats were missed. */
    private static void takeOver() {
        Rows.change(
                """
                update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
                  execution_time = now()
                where picked_by = 'killed'
                """);
    }

    private static Given.Task build() {
        var kubernetes =
                Map.of("git", "https://git.example.com/shop/web.git", "image", "registry.example.com/shop/slow");
        return Given.task(
                "build",
                "build",
                Map.of("environment", "production", "artifact", "web", "version", "1.0.0", "kubernetes", kubernetes));
    }

    private static long lines(long execution) {
        return Rows.number(
                "select count(*) from step_log where step_run_id = ?1",
                Rows.step(execution, "build").id());
    }

    private static String message(long execution, String task) {
        return String.valueOf(Rows.step(execution, task).message());
    }
}
