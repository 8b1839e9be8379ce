package dev.slipway.tasktype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.execution.FailMode;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import dev.slipway.release.Definition;
import dev.slipway.release.InvalidDefinition;
import dev.slipway.release.Problem;
import dev.slipway.release.ReleaseTask;
import dev.slipway.release.ReleaseTasks;
import dev.slipway.tasktype.TaskTypes.FieldProblem;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What may be written about what a component runs, wherever it is written. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class SpecsTest {

    @Inject
    TaskTypes types;

    @Inject
    Specs specs;

    @Inject
    ReleaseTasks releases;

    @Test
    void takesAnImageOrManifests() {
        assertThat(problems(Map.of("image", "web:1", "replicas", 2))).isEmpty();
        assertThat(problems(Map.of(
                        "manifests", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}",
                        "order", "CUSTOM",
                        "customOrders", List.of("ConfigMap"))))
                .isEmpty();
    }

    @Test
    void namesWhatIsWrongByItsField() {
        assertThat(problems(Map.of("replicas", 1)))
                .containsExactly(new FieldProblem("input.kubernetes.image", "Enter an image, or manifests below."));
        assertThat(problems(Map.of("image", "web:1", "readiness", Map.of("path", "/"), "ports", List.of("http"))))
                .extracting(FieldProblem::field)
                .containsExactly("input.kubernetes.ports[0].<list element>", "input.kubernetes.readiness.port");
        assertThat(problems(Map.of("image", "web:1", "files", "no path", "maxSurge", "0", "maxUnavailable", "0%")))
                .extracting(FieldProblem::field)
                .containsExactly("input.kubernetes.files", "input.kubernetes.maxSurge");
        assertThat(problems(Map.of("image", "web:1", "resources", Map.of("cpuLimit", "much"), "surprise", 1)))
                .extracting(FieldProblem::field)
                .containsExactly("input.kubernetes.resources.cpuLimit", "input.kubernetes.surprise");
    }

    @Test
    void readsManifestsBeforeAnybodyAppliesThem() {
        assertThat(manifests("kind: ConfigMap")).contains("Line 1: The object has no apiVersion.");
        assertThat(manifests("apiVersion: v1\nkind: Pod\nmetadata: {generateName: a}"))
                .contains("has no metadata.name");
        assertThat(manifests("a: &a [1]\nb: *a")).contains("not allowed");
        assertThat(manifests("[1]")).contains("An object of Kubernetes is a map, but this is a list.");
        assertThat(manifests("# nothing")).contains("There is no object in it.");
        var twice = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\n";
        assertThat(manifests(twice + twice)).contains("ConfigMap a is there twice.");
    }

    @Test
    void isForOneKindOfEnvironmentOnly() {
        var input = new HashMap<>(input(Map.of("image", "web:1")));
        input.put("run", Map.of("command", List.of("web"), "port", 80));

        assertThat(types.problems("create_component", input))
                .containsExactly(
                        new FieldProblem("input.run", "Say either how a process runs, or what runs on Kubernetes."));
    }

    @Test
    void refusesWhatItsEnvironmentDoesNotUnderstandWhenItIsSaved() {
        Given.environment("local", "process");
        var input = new HashMap<>(input(Map.of("image", "web:1")));
        input.put("environment", "local");
        var task = new Definition.Task("", "Create web", "create_component", input, null);
        var phase = new Definition.Phase("", "Phase 1", List.of(new Definition.Group(List.of(task))));
        var definition = new Definition("release-web", "", FailMode.STOP, List.of(phase));

        assertThatThrownBy(() -> releases.create(
                        Given.actor("somebody", Role.DEVELOPER),
                        new ReleaseTask.Home(Project.DEFAULT_ID, Given.REGION),
                        definition))
                .isInstanceOfSatisfying(InvalidDefinition.class, refused -> assertThat(refused.problems())
                        .containsExactly(new Problem(
                                "phases[0].groups[0].tasks[0].input.environment",
                                "This environment is of kind process. What is said under kubernetes means nothing"
                                        + " there.")));
    }

    @Test
    void saysWhatAnEnvironmentOfAnotherKindTakes() {
        var ofAProcess = Map.<String, Object>of("run", Map.of("command", List.of("web")));
        var build = Map.<String, Object>of("command", List.of("make"));
        var ofAnImage = Map.<String, Object>of("kubernetes", Map.of("image", "web:1"));

        assertThat(specs.misplaced(ofAProcess, "kubernetes")).isPresent();
        assertThat(specs.misplaced(build, "kubernetes")).isPresent();
        assertThat(specs.misplaced(ofAnImage, "process")).isPresent();
        assertThat(specs.misplaced(ofAnImage, "kubernetes")).isEmpty();
        assertThat(specs.misplaced(build, "process")).isEmpty();
        assertThat(specs.misplaced(Map.of("artifact", "web"), "kubernetes")).isEmpty();
        assertThat(specs.misplaced(ofAnImage, "unheard-of")).isEmpty();
    }

    private String manifests(String text) {
        return problems(Map.of("manifests", text)).get(0).message();
    }

    private List<FieldProblem> problems(Map<String, Object> kubernetes) {
        return types.problems("create_component", input(kubernetes));
    }

    private static Map<String, Object> input(Map<String, Object> kubernetes) {
        return Map.of("application", "shop", "component", "web", "environment", "cluster", "kubernetes", kubernetes);
    }
}
