package dev.slipway.target.kubernetes;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.template.Zip;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.Program;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class KubernetesUploadTest extends WithCluster {

    @BeforeEach
    void seeWhoBuilds() {
        requireBuilder();
        assumeThat(cluster instanceof FakeCluster || System.getProperty("slipway.upload.address") != null)
                .as("slipway.upload.address is where pods find the tests")
                .isTrue();
    }

    @Test
    void aBuildFetchesWhatWasUploadedAndNobodyElseDoes() {
        var execution = shop.execute(build("slow", upload()));

        var fetched = fake("what is fetched is looked at").builder().fetched();
        assertThat(fetched.statusCode()).as(message(execution)).isEqualTo(200);
        assertThat(fetched.asByteArray()).as("tar with gzip").startsWith(0x1f, 0x8b);
        assertThat(fetched.header("Content-Length")).isEqualTo(String.valueOf(Rows.number("select bytes from upload")));
        var token = token();
        var path = "/uploads/" + Rows.values("select id from upload").get(0);
        assertThat(RestAssured.get(path).statusCode()).as("without it").isEqualTo(401);
        assertThat(fetch(path, token + "x").statusCode()).as("a longer one").isEqualTo(401);
        assertThat(fetch(path, token.substring(0, 30)).statusCode())
                .as("a shorter one")
                .isEqualTo(401);
        assertThat(fetch(path, token.replaceFirst("sealed", "")).statusCode())
                .as("another one")
                .isEqualTo(401);
        assertThat(fetch("/uploads/4105b37a-947e-4aca-90d8-cec7c04c6f38", token).statusCode())
                .as("something else")
                .isEqualTo(401);
        assertThat(fetch(path, token).statusCode()).as("as long as it builds").isEqualTo(200);
        cluster.proceedBuild();

        assertThat(Shop.end(execution)).as(message(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(fetch(path, token).statusCode()).as("afterwards").isEqualTo(401);
    }

    @Test
    void theTokenIsInASecretThatGoesWithTheJobAndNowhereElse() {
        var execution = shop.execute(build("ready", upload()));

        assertThat(Shop.end(execution)).as(message(execution)).isEqualTo(Status.SUCCESSFUL);
        var token = token();
        var job = cluster.client()
                .batch()
                .v1()
                .jobs()
                .inNamespace(cluster.namespace())
                .list()
                .getItems()
                .get(0);
        assertThat(secret().getMetadata().getOwnerReferences())
                .extracting(OwnerReference::getKind, OwnerReference::getUid)
                .containsExactly(tuple("Job", job.getMetadata().getUid()));
        assertThat(job.toString()).doesNotContain(token);
        assertThat(job.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs())
                .anyMatch(argument -> argument.matches("--secret=id=HTTP_AUTH_TOKEN_[^,]+,src=/slipway/upload/token"));
        assertThat(Rows.values("select text from step_log").toString()).doesNotContain(token);
    }

    @Test
    void aTerminatedBuildLeavesNoSecretBehind() {
        var execution = shop.execute(build("slow", upload()));
        await().atMost(ofMinutes(1))
                .until(() -> cluster.names("batch/v1", "Job").size() == 1);

        Releaser.terminate(execution);

        await().atMost(ofMinutes(1)).until(() -> secrets().isEmpty());
    }

    @Test
    void aBuildGetsNothingOfAnotherProject() {
        var task = build("ready", upload());
        Rows.change("update upload set project_id = ?1", OwnProject.create().id());

        var execution = shop.execute(task);

        assertThat(Shop.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(message(execution)).contains("The uploaded archive is not there (any more). Upload it again");
        assertThat(cluster.names("batch/v1", "Job")).isEmpty();
    }

    private static String upload() {
        return Program.with(Role.DEVELOPER)
                .request()
                .queryParam("name", "web.zip")
                .contentType("application/octet-stream")
                .body(Zip.of(Map.of("Dockerfile", "FROM scratch")))
                .post("/v3/0/pipeline/pipelines/uploads")
                .path("upload");
    }

    private static Response fetch(String path, String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get(path);
    }

    private String token() {
        return cluster.text(secret(), "token");
    }

    private Secret secret() {
        return secrets().get(0);
    }

    /** Those of builds; a cluster has others. */
    private List<Secret> secrets() {
        return cluster.client()
                .secrets()
                .inNamespace(cluster.namespace())
                .withLabel(BuildJob.LABEL)
                .list()
                .getItems();
    }

    private static Given.Task build(String behaviour, String upload) {
        var kubernetes = Map.of("upload", upload, "image", "registry.example.com/shop/" + behaviour);
        return Given.task(
                "build",
                "build",
                Map.of("environment", "production", "artifact", "web", "version", "1.0.0", "kubernetes", kubernetes));
    }

    private static String message(long execution) {
        return String.valueOf(Rows.step(execution, "build").message());
    }
}
