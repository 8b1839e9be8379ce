package dev.slipway.target.kubernetes;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Status;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class KubernetesTroubleTest extends WithCluster {

    private static final int COMPONENTS = 200;
    private static final int MOST_THREADS = 20;

    @Test
    void waitsUntilARolloutIsFinishedAndShowsHowFarItIs() {
        var execution = shop.deploy("web", "1.0.0", cluster.image("slow"));

        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(message(execution)).startsWith("0 of 2 pods are ready"));
        await().atMost(ofMinutes(1)).until(() -> Rows.busyJobs() == 0);
        cluster.proceed();

        assertThat(Shop.end(execution)).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void showsThePodsOfAComponentWithTheirLogs() {
        fake("pods have names and logs that are known");
        shop.deploy("web", "1.0.0", cluster.image("crash"));
        await().atMost(ofMinutes(1)).until(() -> cluster.names("v1", "Pod").size() == 1);
        var component = "/components/" + Rows.values("select id from component").get(0);

        assertThat(shop.admin().page(component, 200).select("#instances").attr("href"))
                .isEqualTo(component + "/instances");
        var row = shop.admin().page(component + "/instances", 200).expectFirst("tbody tr");
        assertThat(row.text()).contains("web-1", "ends again and again", "Log before the restart");
        var log = shop.admin().page(row.select("a").get(1).attr("href"), 200);
        assertThat(log.expectFirst("#log-lines").text()).contains("no database at db:5432");
        assertThat(shop.admin()
                        .page(component + "/instances/of-others/log", 200)
                        .select("#main")
                        .text())
                .contains("web has no pod of-others any more.");
    }

    @Test
    void followsTheLogOfEachContainer() {
        var cluster = fake("logs are written by the test");
        Shop.end(shop.deploy("web", "1.0.0", cluster.image("ready")));
        cluster.log("web-1", "one\ntwo\n");
        var log = "/components/%s/instances/web-1/log"
                .formatted(Rows.values("select id from component").get(0));

        var page = shop.admin().page(log + "?part=sidecar&follow=true", 200);
        var next = page.expectFirst("#follower").attr("hx-get");
        cluster.log("web-1", "one\ntwo\nthree\n");
        var more = shop.admin().page(next, 200);

        assertThat(page.select("nav[aria-label=Containers] a").eachText()).containsExactly("main", "sidecar");
        assertThat(page.select("#log-lines li").eachText()).containsExactly("one", "two");
        assertThat(more.select("li").eachText()).containsExactly("three");
        assertThat(more.expectFirst("#follower").attr("hx-get")).contains("part=sidecar", "left=298", "00:00:02");
        assertThat(shop.admin().page(log + "/lines?part=sidecar&left=0", 200).select("[hx-get]"))
                .isEmpty();
        assertThat(shop.admin().page(log + "?part=other", 200).text()).contains("Pod web-1 has no container other.");
    }

    @Test
    void saysThatAQuotaIsUsedUp() {
        var execution = shop.deploy("web", "1.0.0", cluster.image("quota"));

        await().atMost(ofMinutes(1)).untilAsserted(() -> assertThat(message(execution))
                .contains("Pods can't be made", "exceeded quota: small"));
    }

    @Test
    void namesTheFieldsThatOthersManageAndTakesThemOverWhenTold() {
        var cluster = fake("others manage what the test says");
        cluster.managedByOthers("deployments/web", ".spec.replicas");

        var refused = shop.deploy("web", "1.0.0", cluster.image("ready"));
        assertThat(Releaser.end(refused)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(message(refused))
                .contains("Deployment web has fields that others manage: .spec.replicas, which kubectl-edit manages");
        var forced = shop.deploy("web", "2.0.0", Map.of("image", "web:ready", "replicas", 2, "conflicts", "take_over"));

        assertThat(Releaser.end(forced)).isEqualTo(Status.SUCCESSFUL);
    }

    @ParameterizedTest
    @CsvSource({
        "401, does not accept the credentials any more",
        "409, answers 409",
        "429, is asked too much at the moment",
        "503, answers 503"
    })
    void triesAgainWhatMayGoWellLaterAndSaysSo(int status, String said) {
        var cluster = fake("the API server is in trouble");
        cluster.answer(request -> isPatch(request) ? Optional.of(trouble(status)) : Optional.empty());

        var execution = shop.deploy("web", "1.0.0", cluster.image("ready"));

        await().atMost(ofMinutes(1)).untilAsserted(() -> assertThat(message(execution))
                .startsWith("tries again: ")
                .contains(said));
        cluster.answer(request -> Optional.empty());
        assertThat(Releaser.end(execution)).as(message(execution)).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void triesAgainWhenNobodyAnswers() {
        fake("the API server is away");
        cluster.close();

        var execution = shop.deploy("web", "1.0.0", cluster.image("ready"));

        await().atMost(ofMinutes(1)).untilAsserted(() -> assertThat(message(execution))
                .startsWith("tries again: The API server of production can't be reached: "));
        Releaser.terminate(execution);
    }

    @Test
    void goesOnWatchingARolloutWithAnotherClient() {
        var execution = shop.deploy("web", "1.0.0", cluster.image("slow"));
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(message(execution)).startsWith("0 of 2 pods are ready"));
        var before = cluster.object("apps/v1", "Deployment", "web").getMetadata();

        shop.reconnect(cluster);
        cluster.proceed();

        assertThat(Shop.end(execution)).isEqualTo(Status.SUCCESSFUL);
        var after = cluster.object("apps/v1", "Deployment", "web").getMetadata();
        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getGeneration()).as("nothing is applied twice").isEqualTo(before.getGeneration());
    }

    @Test
    void saysAtOnceWhatWillNeverGoWell() {
        var cluster = fake("the API server refuses what the test says");
        cluster.answer(request -> isPatch(request) ? Optional.of(trouble(403)) : Optional.empty());

        var execution = shop.deploy("web", "1.0.0", cluster.image("ready"));

        assertThat(Releaser.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(message(execution)).contains("Deployment web can't be applied.", "refuses it: it is so");
    }

    @Test
    void refusesAnEnvironmentOfAnotherKindThanTheTaskSpeaksOf() {
        var task = Given.task(
                "deploy",
                "create_component",
                Map.of(
                        "application", "shop",
                        "component", "web",
                        "environment", "production",
                        "artifact", "web",
                        "run", Map.of("command", List.of("web"), "port", 9050)));

        var execution = shop.execute(task);

        assertThat(Releaser.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(message(execution)).contains("production is of kind kubernetes. Say under kubernetes what to run");
    }

    @Test
    void manyRolloutsAtOnceTakeFewThreads() {
        var cluster = fake("no cluster of somebody's has place for so many");
        var tasks = IntStream.range(0, COMPONENTS)
                .mapToObj(no -> Shop.task("deploy-" + no, "web-" + no, "1.0.0", cluster.image("slow"), 600))
                .toList();
        var before = Thread.getAllStackTraces().size();

        var executions = IntStream.range(0, COMPONENTS / 20)
                .mapToObj(part ->
                        shop.execute(tasks.subList(part * 20, part * 20 + 20).toArray(Given.Task[]::new)))
                .toList();
        await().atMost(ofMinutes(2))
                .until(() -> cluster.controller().waiting() == COMPONENTS && Rows.busyJobs() < MOST_THREADS);
        var more = Thread.getAllStackTraces().size() - before;

        assertThat(more)
                .as("threads that were begun for %d rollouts", COMPONENTS)
                .isLessThanOrEqualTo(MOST_THREADS);
        cluster.controller().proceed();
        executions.forEach(
                execution -> await().atMost(ofMinutes(1)).until(() -> Rows.status(execution) == Status.SUCCESSFUL));
    }

    private static boolean isPatch(RecordedRequest request) {
        return request.getMethod().equals("PATCH")
                && String.valueOf(request.getHeader("Content-Type")).contains("apply");
    }

    private static MockResponse trouble(int code) {
        return ApplyingDispatcher.json(
                code, Map.of("kind", "Status", "apiVersion", "v1", "code", code, "message", "it is so"));
    }

    private static String message(long execution) {
        return String.valueOf(Rows.step(execution, "deploy").message());
    }
}
