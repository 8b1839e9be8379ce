package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import dev.slipway.target.TargetProblem;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CanaryTest {

    private static final UUID ID = new UUID(0, 7);
    private static final Map<String, Object> FIRST =
            Map.of("image", "web:1", "ports", List.of("80:8080"), "gateway", "gateways/public", "replicas", 3);

    private static final String ROUTE =
            """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web}
            spec:
              parentRefs: [{namespace: gateways, name: public}]
              hostnames: [shop.example.com]
              rules: [{backendRefs: [{name: web, port: 80, weight: 80}, {name: web-canary, port: 80, weight: 20}]}]
            """;

    @Test
    void runsBesideTheVersionBefore() {
        var spec = NextSpec.of(
                FIRST,
                Map.of("image", "web:2", "replicas", 1, "hosts", List.of("shop.example.com"), "canaryWeight", 20));

        var objects = objects(spec);

        assertThat(objects)
                .extracting(Manifest::title)
                .containsExactly(
                        "Service web",
                        "Service web-canary",
                        "Deployment web",
                        "Deployment web-canary",
                        "HTTPRoute web");
        assertThat(images(objects)).containsExactly("web:1", "web:2");
        assertThat(replicas(objects)).containsExactly(3, 1);
        var route = new HashMap<>(objects.get(4).content());
        Values.map(route.get("metadata")).remove("labels");
        assertThat(json(route)).isEqualTo(json(Serialization.unmarshal("---\n" + ROUTE, Map.class)));
    }

    @Test
    void keepsThePodsOfBothApart() {
        var objects = objects(NextSpec.of(FIRST, Map.of("image", "web:2", "canaryWeight", 20)));

        assertThat(podLabels(objects)).containsExactly(ID.toString(), ID + "-canary");
        assertThat(selectors(objects)).containsExactly(ID.toString(), ID + "-canary");
        assertThat(objects)
                .allSatisfy(object -> assertThat(Values.at(object.content(), "metadata", "labels", Labels.COMPONENT_ID))
                        .isEqualTo(ID.toString()));
        assertThat(Canary.component(ID + "-canary")).isEqualTo(ID.toString());
        assertThat(Canary.component(ID.toString())).isEqualTo(ID.toString());
    }

    @Test
    void goesOnStepByStepBesideTheSameVersionUntilItTakesItsPlace() {
        var twenty = NextSpec.of(FIRST, Map.of("image", "web:2", "replicas", 1, "canaryWeight", 20));
        var fifty = NextSpec.of(twenty, Map.of("canaryWeight", 50));
        var all = NextSpec.of(fifty, Map.of());

        assertThat(images(objects(fifty))).containsExactly("web:1", "web:2");
        assertThat(objects(all))
                .extracting(Manifest::title)
                .containsExactly("Service web", "Deployment web", "HTTPRoute web");
        assertThat(images(objects(all))).containsExactly("web:2");
        assertThat(replicas(objects(all))).containsExactly(3);
        assertThat(replicas(objects(NextSpec.of(fifty, Map.of("replicas", 7))))).containsExactly(7);
        assertThat(NextSpec.of(fifty, Map.of("canaryWeight", 100))).isEqualTo(all);
    }

    @Test
    void aNewVersionInTheMiddleOfACanaryTakesThePlaceOfTheCanary() {
        var twenty = NextSpec.of(FIRST, Map.of("image", "web:2", "canaryWeight", 20));

        var other = NextSpec.of(twenty, Map.of("image", "web:3", "canaryWeight", 10));

        assertThat(images(objects(other))).containsExactly("web:1", "web:3");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> objects(NextSpec.of(
                        Map.of(), Map.of("image", "web:1", "ports", List.of("80"), "gateway", "g", "canaryWeight", 5))))
                .isInstanceOf(TargetProblem.class)
                .hasMessageContaining("A canary runs beside the version before, and there is none.");
        assertThatThrownBy(() -> objects(
                        NextSpec.of(Map.of("image", "web:1", "ports", List.of("80")), Map.of("canaryWeight", 5))))
                .hasMessageContaining("A canary needs a gateway");
        assertThatThrownBy(() -> objects(NextSpec.of(
                        Map.of("manifests", "x"),
                        Map.of("image", "a", "ports", List.of("80"), "gateway", "g", "canaryWeight", 5))))
                .hasMessageContaining("runs no image with a port");
        assertThatThrownBy(() -> objects(Map.of("image", "web:1", "gateway", "g")))
                .hasMessageContaining("Enter the port that the gateway sends requests to.");
        assertThat(SpecRules.problems(Map.of("manifests", "x", "canaryWeight", 5)))
                .extracting(problem -> problem.field())
                .contains("canaryWeight");
    }

    @Test
    void waitsForTheGateway() {
        var key = new Manifest.Key("gateway.networking.k8s.io/v1", "HTTPRoute", "shop", "web");
        var refused = List.of(
                Map.of("type", "Accepted", "status", "True"),
                Map.of("type", "ResolvedRefs", "status", "False", "message", "no Service web-canary"));

        assertThat(Rollout.of(key, 2, Map.of()).what()).isEqualTo("HTTPRoute web waits to be seen by its gateway");
        assertThat(Rollout.of(key, 2, status(refused)).what())
                .isEqualTo("HTTPRoute web is not ResolvedRefs yet: no Service web-canary");
        assertThat(Rollout.of(key, 2, status(conditions(1))).state()).isEqualTo(Rollout.State.GOING);
        assertThat(Rollout.of(key, 2, status(conditions(2))).state()).isEqualTo(Rollout.State.DONE);
    }

    private static List<Map<String, Object>> conditions(int generation) {
        return List.of(
                Map.of("type", "Accepted", "status", "True", "observedGeneration", generation),
                Map.of("type", "ResolvedRefs", "status", "True", "observedGeneration", generation));
    }

    private static Map<String, Object> status(List<? extends Map<String, ?>> conditions) {
        return Map.of("status", Map.of("parents", List.of(Map.of("conditions", conditions))));
    }

    private static List<Manifest> objects(Map<String, Object> spec) {
        var ref = new ComponentRef(ID, "shop", "web", "production", new UUID(0, 1));
        return Source.objects(new Order("1", ref, "1.0.0", "a test", "", spec, Duration.ZERO));
    }

    private static List<Object> images(List<Manifest> objects) {
        return in(objects, "Deployment", "spec", "template", "spec", "containers").stream()
                .map(containers -> Values.maps(containers).get(0).getOrDefault("image", ""))
                .toList();
    }

    private static List<Object> replicas(List<Manifest> objects) {
        return in(objects, "Deployment", "spec", "replicas");
    }

    private static List<Object> podLabels(List<Manifest> objects) {
        return in(objects, "Deployment", "spec", "template", "metadata", "labels", Labels.COMPONENT_ID);
    }

    private static List<Object> selectors(List<Manifest> objects) {
        return in(objects, "Service", "spec", "selector", Labels.COMPONENT_ID);
    }

    private static List<Object> in(List<Manifest> objects, String kind, String... path) {
        return objects.stream()
                .filter(object -> object.kind().equals(kind))
                .map(object -> Objects.requireNonNull(Values.at(object.content(), path)))
                .toList();
    }

    private static Object json(Object object) {
        return Serialization.unmarshal(Serialization.asJson(object), Map.class);
    }
}
