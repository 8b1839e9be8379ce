package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.target.Previewing.Line;
import dev.slipway.target.Secrets;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ObjectDiffTest {

    private static final String BEFORE =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, uid: a, generation: 3, labels: {slipway.dev/version: 1.0.0, example.com/team: red}}
            spec:
              replicas: 2
              template: {spec: {containers: [{name: sidecar}, {name: main, image: "web:1", args: [a, --db-password=x]}]}}
            status: {replicas: 2}
            """;

    private static final String AFTER =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, uid: b, generation: 4, labels: {slipway.dev/version: 2.0.0, example.com/team: blue}}
            spec:
              template:
                spec:
                  containers:
                  - {name: main, image: "web:2", args: [a, --db-password=y], env: [{name: DB_PASSWORD, value: hunter2}]}
                  - {name: sidecar}
            status: {replicas: 1}
            """;

    private static final String MANAGED =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              managedFields:
              - {manager: slipway, fieldsV1: {"f:spec": {"f:paused": {}}}}
              - manager: older
                time: "2026-01-01T00:00:00Z"
                fieldsV1: {"f:spec": {"f:replicas": {}}}
              - manager: kubectl-edit
                time: "2026-01-02T00:00:00Z"
                fieldsV1:
                  "f:spec":
                    "f:replicas": {}
                    "f:template": {"f:spec": {"f:containers": {'k:{"name":"main"}': {"f:image": {}, "f:args": {}}}}}
            """;

    @Test
    void tellsTheFieldsThatDifferAndNothingThatTheClusterOnlyNotes() {
        var lines = ObjectDiff.between(yaml(BEFORE), yaml(AFTER));

        assertThat(lines)
                .containsExactlyInAnyOrder(
                        new Line("metadata.labels[example.com/team]", "red", "blue", ""),
                        new Line("spec.replicas", "2", null, ""),
                        new Line("spec.template.spec.containers[main].image", "web:1", "web:2", ""),
                        new Line(
                                "spec.template.spec.containers[main].args[1]",
                                "--db-password=" + Secrets.HIDDEN,
                                "--db-password=" + Secrets.HIDDEN,
                                ""),
                        new Line("spec.template.spec.containers[main].env[DB_PASSWORD].name", null, "DB_PASSWORD", ""),
                        new Line(
                                "spec.template.spec.containers[main].env[DB_PASSWORD].value",
                                null,
                                Secrets.HIDDEN,
                                ""));
    }

    @Test
    void showsNothingOfASecret() {
        var before = yaml("{kind: Secret, metadata: {name: db}, data: {user: YWRh}, stringData: {more: first}}");
        var after = yaml("{kind: Secret, metadata: {name: db}, data: {user: Ym9i}, stringData: {more: second}}");

        assertThat(ObjectDiff.between(before, after))
                .containsExactlyInAnyOrder(
                        new Line("data.user", Secrets.HIDDEN, Secrets.HIDDEN, ""),
                        new Line("stringData.more", Secrets.HIDDEN, Secrets.HIDDEN, ""));
    }

    @Test
    void showsOfALongTextWhatIsDifferentInIt() {
        var before = Map.<String, Object>of("data", Map.of("app.conf", "a\nb\ncolour=red\nd\ne\n"));
        var after = Map.<String, Object>of("data", Map.of("app.conf", "a\nb\ncolour=blue\nd\ne\n"));

        assertThat(ObjectDiff.between(before, after))
                .containsExactly(new Line("data[app.conf]", "…\ncolour=red\n…", "…\ncolour=blue\n…", ""));
    }

    @Test
    void tellsWhoElseManagesAField() {
        var object = Serialization.unmarshal(MANAGED, GenericKubernetesResource.class);
        var owners = Owners.of(object);
        var leaves = Leaves.of(
                yaml(
                        "{spec: {paused: true, replicas: 1, template: {spec: {containers: [{name: main, image: a, args: [b]}, {name: other, image: c}]}}}}"));

        var found = leaves.keySet().stream().collect(Collectors.toMap(Leaves.Path::toString, owners::other));

        assertThat(found)
                .containsEntry("spec.paused", "")
                .containsEntry("spec.replicas", "kubectl-edit")
                .containsEntry("spec.template.spec.containers[main].image", "kubectl-edit")
                .containsEntry("spec.template.spec.containers[main].args[0]", "kubectl-edit")
                .containsEntry("spec.template.spec.containers[other].image", "");
    }

    @Property(tries = 200)
    void anObjectDoesNotDifferFromItself(@ForAll("objects") Map<String, Object> object) {
        assertThat(ObjectDiff.between(object, Labels.copy(object))).isEmpty();
    }

    @Property(tries = 200)
    void theOtherWayRoundTheSameFieldsDiffer(
            @ForAll("objects") Map<String, Object> one, @ForAll("objects") Map<String, Object> other) {
        assertThat(fields(ObjectDiff.between(one, other)))
                .containsExactlyInAnyOrderElementsOf(fields(ObjectDiff.between(other, one)));
    }

    private static List<String> fields(List<Line> lines) {
        return lines.stream().map(Line::field).toList();
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        var names = Arbitraries.of("metadata", "labels", "spec", "data", "name", "a.b", "token");
        var leaf = Arbitraries.of("one", "two\nthree\nfour", "", "5").map(text -> (Object) text);
        var lists = leaf.list().ofMaxSize(3).map(list -> (Object) list);
        var inner = Arbitraries.maps(names, Arbitraries.oneOf(leaf, lists))
                .ofMaxSize(4)
                .map(map -> (Object) map);
        var named = inner.list().ofMaxSize(3).map(list -> (Object) list);
        return Arbitraries.maps(names, Arbitraries.oneOf(leaf, lists, inner, named))
                .ofMaxSize(4);
    }

    private static Map<String, Object> yaml(String text) {
        // What begins with a brace would be taken for JSON.
        return Values.map(Serialization.unmarshal("---\n" + text, Map.class));
    }
}
