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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class KubernetesBuildTest extends WithCluster {

    @BeforeEach
    void seeWhoBuilds() {
        requireBuilder();
    }

    @Test
    void buildsAnImageThatIsDeployed() {
        fake("nothing is pushed anywhere that could be deployed");
        var deploy = Given.task(
                "deploy",
                "create_component",
                Map.of(
                        "application", "shop",
                        "component", "web",
                        "environment", "production",
                        "artifact", "web",
                        "kubernetes", Map.of("replicas", 1)));
        var release = Given.release("build-and-deploy")
                .phase(Given.group(build("ready")))
                .phase(Given.group(deploy))
                .create();

        var execution = Releaser.execute(release);

        assertThat(Shop.end(execution)).as(message(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(log(execution))
                .startsWith("#1 [internal] load git source", "#1 DONE 0.1s")
                .last()
                .isEqualTo("#2 DONE 0.4s");
        var deployment = cluster.object("apps/v1", "Deployment", "web").getAdditionalProperties();
        var containers = Values.maps(Values.at(deployment, "spec", "template", "spec", "containers"));
        assertThat(containers.get(0).get("image"))
                .isEqualTo("registry.example.com/shop/ready:1.0.0@" + SmallBuilder.DIGEST);
    }

    @Test
    void saysWhyABuildHasFailed() {
        var execution = shop.execute(build("broken"));

        assertThat(Shop.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(message(execution))
                .startsWith("The build ended with exit code 1.\nLast lines of its log:")
                .endsWith("#2 ERROR: gcc: no input files");
        assertThat(Rows.number("select count(*) from artifact")).isZero();
    }

    @Test
    void streamsTheLogAndGoesOnWithTheSameJobAfterARestart() {
        var execution = shop.execute(build("slow"));
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(log(execution)).hasSize(2));
        var jobs = cluster.names("batch/v1", "Job");

        shop.reconnect(cluster);
        cluster.proceedBuild();

        assertThat(Shop.end(execution)).as(message(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(log(execution)).as("no line twice, and none by halves").hasSize(4);
        assertThat(cluster.names("batch/v1", "Job")).hasSize(1).isEqualTo(jobs);
    }

    @Test
    void isToldHowABuildGoesAndDoesNotAsk() {
        var cluster = fake("the API server does not answer what it is asked");
        var execution = shop.execute(build("slow"));
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(log(execution)).hasSize(2));

        cluster.answer(
                request -> asks(request) ? Optional.of(new MockResponse().setResponseCode(503)) : Optional.empty());
        cluster.proceedBuild();

        assertThat(Shop.end(execution)).as(message(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(log(execution)).hasSize(4);
    }

    /** For the pods of builds, where they are not told. */
    private static boolean asks(RecordedRequest request) {
        return request.getMethod().equals("GET")
                && request.getPath().matches(".*/pods\\?.*slipway.dev.*")
                && !request.getPath().contains("watch=true");
    }

    @Test
    void deletesTheJobWhenTheReleaseIsTerminated() {
        var execution = shop.execute(build("slow"));
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(log(execution)).hasSize(2));

        Releaser.terminate(execution);

        await().atMost(ofMinutes(1)).untilAsserted(() -> assertThat(cluster.names("batch/v1", "Job"))
                .isEmpty());
        assertThat(Rows.values("select problem from kubernetes_build").toString())
                .isEqualTo("[The build was cancelled.]");
    }

    @Test
    void saysWhatABuildWaitsFor() {
        fake("BuildKit has no image");
        var execution = shop.execute(build("pull"));

        await().atMost(ofMinutes(1)).untilAsserted(() -> assertThat(message(execution))
                .contains("can't get the image", "manifest unknown"));
        Releaser.terminate(execution);
    }

    @Test
    void saysThatASecretIsMissing() {
        var execution = shop.execute(build("ready", Map.of("registrySecret", "nobody-made-it")));

        await().atMost(ofMinutes(1)).untilAsserted(() -> assertThat(message(execution))
                .startsWith("waits for a pod to build version 1.0.0 (Pod slipway-build-")
                .contains(", FailedMount: ", "\"nobody-made-it\" not found"));
        Releaser.terminate(execution);
    }

    @Test
    void noticesThatSomebodyHasDeletedTheJob() {
        var execution = shop.execute(build("slow"));
        await().atMost(ofMinutes(1))
                .untilAsserted(() -> assertThat(log(execution)).hasSize(2));

        cluster.client().batch().v1().jobs().inNamespace(cluster.namespace()).delete();

        assertThat(Shop.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(message(execution)).contains("is not there any more; somebody has deleted it.");
    }

    @Test
    void refusesToBuildWithACommandInACluster() {
        var execution = shop.execute(Given.task(
                "build",
                "build",
                Map.of(
                        "environment", "production",
                        "source", "shop/web",
                        "command", List.of("make"),
                        "output", "out",
                        "artifact", "web")));

        assertThat(Shop.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(message(execution))
                .contains("production is of kind kubernetes, which builds an image, under kubernetes");
    }

    private static Given.Task build(String behaviour) {
        return build(behaviour, Map.of());
    }

    private static Given.Task build(String behaviour, Map<String, Object> more) {
        var kubernetes = new HashMap<>(more);
        kubernetes.put("git", "https://git.example.com/shop/web.git");
        kubernetes.put("image", "registry.example.com/shop/" + behaviour);
        return Given.task(
                "build",
                "build",
                Map.of("environment", "production", "artifact", "web", "version", "1.0.0", "kubernetes", kubernetes));
    }

    private static List<String> log(long execution) {
        return Rows.values("select text from step_log where step_run_id = "
                        + Rows.step(execution, "build").id() + " order by line_no")
                .stream()
                .map(String::valueOf)
                .toList();
    }

    private static String message(long execution) {
        return String.valueOf(Rows.step(execution, "build").message());
    }
}
