package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static final String ID = "00000000-0000-0000-0000-000000000001";

    @Test
    void writesTheObjectsOfAnImage() throws IOException {
        var spec = new LinkedHashMap<String, Object>();
        spec.put("image", "registry.example.com/shop/web:1.2");
        spec.put("replicas", 3);
        spec.put("resources", Map.of("cpuRequest", "250m", "memoryLimit", "256Mi"));
        spec.put("ports", List.of("web=80:8080"));
        spec.put("variables", Map.of("COLOUR", "blue"));
        spec.put("files", "=== /etc/web/app.conf\ncolour=blue\n\n");
        spec.put("readiness", Map.of("path", "/health", "periodSeconds", 5));
        spec.put("maxSurge", "25%");
        spec.put("maxUnavailable", "0");

        assertThat(yaml(spec)).isEqualTo(Files.readString(Path.of("src/test/resources/kubernetes/image.yaml")));
    }

    @Test
    void givesContainersWhatWasTypedThoughKubernetesReplacesDollars() {
        var deployment = objects(Map.of(
                        "image", "web:1",
                        "command", List.of("sh", "-c", "echo $(COLOUR)"),
                        "variables", Map.of("PASSWORD", "a$$b", "COLOUR", "blue")))
                .get(0);

        assertThat(Values.at(deployment.content(), "spec", "template", "spec", "containers"))
                .asString()
                .contains("command=[sh, -c, echo $$(COLOUR)]", "value=a$$$$b");
    }

    @Test
    void labelsPlainManifestsAndTheirPodsAndPutsThemInOrder() {
        var manifests =
                """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, labels: {app: web}}
            spec: {replicas: 0755, template: {metadata: {labels: {app: web}}}}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web, uid: made-up}
            data: {share: "0.5"}
            status: {gone: yes}
            """;

        var usual = objects(Map.of("manifests", manifests));
        var custom = objects(
                Map.of("manifests", manifests, "order", "CUSTOM", "customOrders", List.of("Deployment", "ConfigMap")));

        assertThat(usual).extracting(Manifest::title).containsExactly("ConfigMap web", "Deployment web");
        assertThat(custom).extracting(Manifest::title).containsExactly("Deployment web", "ConfigMap web");
        assertThat(usual.get(0).content()).containsOnlyKeys("apiVersion", "kind", "metadata", "data");
        assertThat(Values.at(usual.get(0).content(), "metadata", "uid")).isNull();
        assertThat(Values.at(usual.get(1).content(), "spec", "replicas")).isEqualTo(493L);
        assertThat(Values.map(Values.at(usual.get(1).content(), "spec", "template", "metadata", "labels")))
                .isEqualTo(Map.of("app", "web", "slipway.dev/component-id", ID));
    }

    @Test
    void givesLabelsOnlyWhatTheyCanHold() {
        assertThat(Labels.value("release-shop, execution 3")).isEqualTo("release-shop-execution-3");
        assertThat(Labels.value("a".repeat(80))).hasSize(63);
        assertThat(Labels.value("--")).isEmpty();
        assertThat(Rendering.name("A_component-" + "x".repeat(60))).hasSize(52).startsWith("a-component-");
    }

    private static String yaml(Map<String, Object> spec) {
        var yaml = new KubernetesSerialization();
        return objects(spec).stream()
                .map(object -> yaml.asYaml(object.content()).replaceFirst("^---\n", ""))
                .collect(Collectors.joining("---\n"));
    }

    private static List<Manifest> objects(Map<String, Object> spec) {
        var component = new ComponentRef(UUID.fromString(ID), "shop", "Web_Shop", "production", UUID.randomUUID());
        return Source.objects(
                new Order("1-1-x", component, "1.2.0", "release-shop, execution 3", "", spec, Duration.ZERO));
    }
}
