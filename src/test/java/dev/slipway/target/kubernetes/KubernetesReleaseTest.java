package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.rollback.RollingBack;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Rows;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class KubernetesReleaseTest {

    private static final String MANIFESTS =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: %s}
            data: {colour: blue}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: main, image: "%s"}]}
            """;

    @Inject
    RollingBack rollingBack;

    private TestCluster cluster;
    private Shop shop;

    @BeforeEach
    void openShop() {
        cluster = TestCluster.open();
        shop = Shop.in(cluster);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void runsAnImageWithItsServiceAndItsFiles() {
        var spec = Map.<String, Object>of(
                "image",
                cluster.reference("ready"),
                "ports",
                List.of("80:8080"),
                "files",
                "=== /etc/web.conf\ncolour=blue\n");

        var execution = shop.deploy("Web", "1.0.0", spec);

        assertThat(Shop.end(execution)).as(message(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(message(execution)).isEqualTo("Version 1.0.0 runs at web.%s:80.".formatted(cluster.namespace()));
        var deployment = cluster.object("apps/v1", "Deployment", "web");
        assertThat(deployment.getMetadata().getLabels())
                .containsEntry("slipway.dev/application", "shop")
                .containsEntry("slipway.dev/component", "Web")
                .containsEntry("slipway.dev/version", "1.0.0")
                .containsEntry("slipway.dev/execution", "release-1-execution-1");
        assertThat(cluster.names("v1", "Service")).containsExactly("web");
        // Some API servers refuse to apply a port without it.
        assertThat(cluster.object("v1", "Service", "web").<String>get("spec", "ports", 0, "protocol"))
                .isEqualTo("TCP");
        assertThat(cluster.names("v1", "ConfigMap")).hasSize(1);
        assertThat(Rows.values("select objects from kubernetes_order").toString())
                .doesNotContain("colour");
    }

    @Test
    void putsTheVersionBeforeBackWhenTheNewOneCrashes() {
        Shop.end(shop.deploy("web", "1.0.0", cluster.image("ready")));

        var execution = shop.execute(Shop.task("deploy", "web", "2.0.0", cluster.image("crash"), cluster.patience()));

        assertThat(Shop.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(message(execution))
                .contains("Version 2.0.0 was not ready in time", "ends again and again")
                .contains("Version 1.0.0 was put back and is healthy.", "The last lines of web-");
        assertThat(cluster.object("apps/v1", "Deployment", "web").getMetadata().getLabels())
                .containsEntry("slipway.dev/version", "1.0.0");
        assertThat(Values.at(
                        cluster.object("apps/v1", "Deployment", "web").getAdditionalProperties(), "spec", "replicas"))
                .isEqualTo(2);
    }

    @Test
    void deletesAFirstVersionThatGetsNoImage() {
        var execution = shop.execute(Shop.task("deploy", "web", "1.0.0", cluster.image("pull"), cluster.patience()));

        assertThat(Shop.end(execution)).isEqualTo(Status.RELEASE_FAILED);
        assertThat(message(execution))
                .contains("can't get the image " + cluster.reference("pull"))
                .contains("It was stopped; nothing ran before that could be put back.");
        assertThat(cluster.names("apps/v1", "Deployment")).isEmpty();
        assertThat(Rows.number("select count(*) from kubernetes_object")).isZero();
    }

    @Test
    void deletesWhatTheNewVersionNoLongerHasAndNothingElse() {
        var admin = cluster.client().configMaps().inNamespace(cluster.namespace());
        admin.resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("of-others")
                        .endMetadata()
                        .build())
                .create();
        Shop.end(shop.deploy("web", "1.0.0", plain("blue", "ready")));
        assertThat(cluster.names("v1", "ConfigMap")).containsExactly("blue", "of-others");

        var execution = shop.deploy("web", "2.0.0", plain("green", "ready-2"));

        assertThat(Shop.end(execution)).as(message(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(cluster.names("v1", "ConfigMap")).containsExactly("green", "of-others");
    }

    @Test
    void aRollbackPutsTheObjectsBackAndDeletesWhatTheReleaseCreated() {
        Shop.end(shop.deploy("web", "1.0.0", plain("blue", "ready")));
        var second = shop.deploy("web", "2.0.0", plain("green", "ready-2"));
        Shop.end(second);

        var back = rollBack(second);

        assertThat(Shop.end(back)).as(message(back)).isEqualTo(Status.ROLLED_BACK);
        assertThat(cluster.names("v1", "ConfigMap")).containsExactly("blue");
        assertThat(cluster.object("apps/v1", "Deployment", "web").getMetadata().getLabels())
                .containsEntry("slipway.dev/version", "1.0.0")
                .containsEntry("slipway.dev/execution", "release-1-execution-1");
    }

    private Map<String, Object> plain(String configMap, String behaviour) {
        return Map.of("manifests", MANIFESTS.formatted(configMap, cluster.reference(behaviour)));
    }

    private long rollBack(long execution) {
        var actor = Given.actor("somebody", Role.RELEASER);
        var done = Rows.execution(execution);
        return rollingBack
                .rollBack(actor, done.releaseTaskId(), done.no(), Set.of("deploy"))
                .id();
    }

    private static String message(long execution) {
        return String.valueOf(Rows.step(execution, "deploy").message());
    }
}
