package dev.slipway.ascode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.execution.FailMode;
import dev.slipway.release.Definition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KubernetesFileTest {

    @Test
    void whatRunsOnKubernetesIsWrittenAndReadAgain() {
        var manifests = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\ndata:\n  a: |\n    # kept\n";
        var input = Map.<String, Object>of(
                "application",
                "shop",
                "kubernetes",
                Map.of(
                        "manifests", manifests,
                        "customOrders", List.of("ConfigMap", "Service"),
                        "readiness", Map.of("path", "/health", "port", 8080),
                        "variables", Map.of("PORT", "8080", "EMPTY", "")));
        var task = new Definition.Task("web", "Web", "create_component", input, null);
        var definition = new Definition(
                "release-a",
                "",
                FailMode.STOP,
                List.of(new Definition.Phase("one", "One", List.of(new Definition.Group(List.of(task))))));

        var read = ReleaseReader.read(ReleaseWriter.write(definition));

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition()).isEqualTo(definition);
    }
}
