package dev.slipway.template;

import static dev.slipway.template.PackageReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.release.Definition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageDefinitionTest {

    private static final Map<String, Map<String, String>> VALUES =
            Map.of("shop/web/", Map.of("port", "8081", "greeting", "Hi: [there] ${port}"));

    private static final List<String> KINDS = List.of("Service", "ConfigMap");

    private static final String TEMPLATE =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec:
              ports:
              - port: "${port}"
              - port: ${port}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: web}
            data:
              greeting: ${greeting}
            """;

    private static final String MANIFESTS =
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: web
            spec:
              ports:
              - port: '8081'
              - port: 8081
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: web
            data:
              greeting: 'a: [b]'
            """;

    @Test
    void makesAPhaseThatCreatesAndOneThatDeploysWithAGroupPerApplication() {
        var template = read(Zip.small(Map.of()));

        var made = make(template, VALUES);

        assertThat(made.remarks()).isEmpty();
        assertThat(made.definition().phases())
                .extracting(Definition.Phase::displayName)
                .containsExactly("Create what is missing", "Deploy components");
        assertThat(made.definition().tasks())
                .extracting(Definition.Task::displayName)
                .containsExactly("Create shop", "Create web");
        assertThat(made.definition().tasks().skip(1).findFirst().orElseThrow().input())
                .isEqualTo(Map.of(
                        "application", "shop",
                        "component", "web",
                        "environment", "local",
                        "artifact", "web",
                        "run", Map.of("command", List.of("run", "Hi: [there] ${port}"), "port", 8081)));
    }

    @Test
    void updatesWhatIsThere() {
        var wish = new PackageDefinition.Wish("release-a", "", "local", "process", VALUES);

        var made = PackageDefinition.of(read(Zip.SMALL), wish, (application, component) -> true);

        assertThat(made.definition().tasks())
                .extracting(Definition.Task::type)
                .containsExactly("create_application", "update_component");
    }

    @Test
    void placeholdersTakeListsAndMapsAndCanBeEscaped() {
        var template = read(Zip.small(Map.of(
                "shop/web/variables.yaml",
                "variable: {args: {type: list(string)}, env: {type: map(string)}}",
                "shop/web/component/web.yaml",
                "kind: ServiceStageComponent\nspec: {name: web, artifact: web, run: "
                        + "{command: '${args}', health: '/$${x}/${ args }', variables: '{{env}}'}}")));

        var values = Map.of("shop/web/", Map.of("args", "[run, '${env}']", "env", "{A: '1', B: 'x: y'}"));
        var made = make(template, values);

        assertThat(template.remarks()).isEmpty();
        assertThat(made.definition()
                        .tasks()
                        .skip(1)
                        .findFirst()
                        .orElseThrow()
                        .input()
                        .get("run"))
                .isEqualTo(Map.of(
                        "command", List.of("run", "${env}"),
                        "health", "/${x}/[run, '${env}']",
                        "variables", Map.of("A", "1", "B", "x: y")));
    }

    @Test
    void makesManifestsOfKubernetesResourcesWithTheirOrder() {
        var template = read(Zip.small(Map.of(
                "shop/web/spec.yaml",
                "model_version: v1.0.0\nk8s_resources: {order_type: CUSTOM, custom_orders: [Service, ConfigMap]}\n",
                "shop/web/component/web.yaml",
                TEMPLATE)));
        var values = Map.of("shop/web/", Map.of("port", "8081", "greeting", "a: [b]"));

        var wish = new PackageDefinition.Wish("release-a", "", "cluster", "kubernetes", values);
        var made = PackageDefinition.of(template, wish, (application, component) -> false);

        assertThat(made.remarks()).isEmpty();
        assertThat(made.definition().tasks().skip(1).findFirst().orElseThrow().input())
                .containsEntry("component", "web")
                .containsEntry("environment", "cluster")
                .containsEntry("kubernetes", Map.of("manifests", MANIFESTS, "order", "CUSTOM", "customOrders", KINDS))
                .doesNotContainKey("run");
        assertThat(make(template, values).remarks())
                .extracting(Remark::text)
                .containsExactly("The component runs on Kubernetes. Choose an environment of that kind.");
    }

    @Test
    void saysWhichFileAWrongValueEndsUpIn() {
        var made = make(read(Zip.SMALL), Map.of("shop/web/", Map.of("port", "eighty", "greeting", "x")));

        assertThat(made.remarks())
                .containsExactly(new Remark(
                        true, "shop/web/component/web.yaml", 7, "port must be a whole number, but is \"eighty\"."));
    }

    private static PackageDefinition.Made make(TemplatePackage template, Map<String, Map<String, String>> values) {
        var wish = new PackageDefinition.Wish("release-a", "", "local", "process", values);
        return PackageDefinition.of(template, wish, (application, component) -> false);
    }
}
