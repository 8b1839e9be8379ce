package dev.slipway.tasktype;

import dev.slipway.catalog.MissingPart;
import dev.slipway.target.Target;
import dev.slipway.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How tasks say what a component runs: each kind of environment takes a part of the input of its own. */
@ApplicationScoped
public class Specs {

    private static final String KUBERNETES = "kubernetes";

    private final Targets targets;

    Specs(Targets targets) {
        this.targets = targets;
    }

    /**
     * What a task says; one of the two ways.
     *
     * @param artifact the name under which a build left what processes run
     * @param run how to run it as a process
     * @param kubernetes how to run something on Kubernetes
     */
    public record Said(@Nullable String artifact, @Nullable RunSpec run, @Nullable KubernetesSpec kubernetes) {

        private Map<String, Object> words(String part) {
            return part.equals(KUBERNETES) ? KubernetesSpec.words(kubernetes) : RunSpec.words(run);
        }
    }

    /**
     * What is wrong with what somebody writes.
     *
     * @param complete whether there is no version before that says what is missing
     */
    public List<TaskTypes.FieldProblem> problems(Said said, boolean complete) {
        var words = said.words(KUBERNETES);
        return words.isEmpty() ? ofAProcess(said, complete) : ofKubernetes(said, words, complete);
    }

    private static List<TaskTypes.FieldProblem> ofAProcess(Said said, boolean complete) {
        var problems = new ArrayList<TaskTypes.FieldProblem>();
        if (said.artifact() == null) {
            problems.add(new TaskTypes.FieldProblem("input.artifact", "Enter a value."));
        }
        if (complete && said.run() == null) {
            problems.add(new TaskTypes.FieldProblem("input.run", "Enter a value."));
        }
        return problems;
    }

    private List<TaskTypes.FieldProblem> ofKubernetes(Said said, Map<String, Object> words, boolean complete) {
        var problems = new ArrayList<TaskTypes.FieldProblem>();
        var run = said.words("run");
        if (run.containsKey("command") || run.containsKey("port")) {
            problems.add(new TaskTypes.FieldProblem(
                    "input.run", "Say either how a process runs, or what runs on Kubernetes."));
        }
        if (said.artifact() != null && (words.containsKey("image") || words.containsKey("manifests"))) {
            problems.add(new TaskTypes.FieldProblem(
                    "input.artifact", "Name either an artifact, or an image or manifests for Kubernetes."));
        }
        if (complete && said.artifact() == null && !words.containsKey("image") && !words.containsKey("manifests")) {
            problems.add(new TaskTypes.FieldProblem("input.kubernetes.image", "Enter an image, or manifests below."));
        }
        targets.of(KUBERNETES).problems(words).stream().map(Specs::ofKubernetes).forEach(problems::add);
        return problems;
    }

    /**
     * What is wrong with an input that names an environment of a kind: it says how another kind runs or builds something.
     *
     * @param input as it is stored
     */
    public Optional<TaskTypes.FieldProblem> misplaced(Map<String, Object> input, String kind) {
        if (!targets.kinds().contains(kind)) {
            return Optional.empty();
        }
        var saysKubernetes = says(input.get(KUBERNETES));
        var isKubernetes = targets.of(kind).spec().equals(KUBERNETES);
        var saysCommand =
                says(input.get("command")) || (input.get("run") instanceof Map<?, ?> run && says(run.get("command")));
        if (saysKubernetes == isKubernetes || (!saysKubernetes && !saysCommand)) {
            return Optional.empty();
        }
        return Optional.of(new TaskTypes.FieldProblem(
                "input.environment",
                isKubernetes
                        ? "This environment is of kind %s. Say what it runs or builds under kubernetes.".formatted(kind)
                        : "This environment is of kind %s. What is said under kubernetes means nothing there."
                                .formatted(kind)));
    }

    private static boolean says(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? !map.isEmpty() : value instanceof List<?> list && !list.isEmpty();
    }

    /** What is wrong with what somebody writes about building an image. */
    public List<TaskTypes.FieldProblem> problemsOfABuild(Map<String, Object> words) {
        return targets.of(KUBERNETES).buildProblems(words).stream()
                .map(Specs::ofKubernetes)
                .toList();
    }

    private static TaskTypes.FieldProblem ofKubernetes(Target.SpecProblem problem) {
        return new TaskTypes.FieldProblem("input.%s.%s".formatted(KUBERNETES, problem.field()), problem.message());
    }

    /**
     * What a task says to the target of a place.
     *
     * @throws MissingPart if it says it to another kind
     */
    public Map<String, Object> words(Said said, Place place) {
        var part = place.target().spec();
        var words = said.words(part);
        var other = said.words(part.equals(KUBERNETES) ? "run" : KUBERNETES);
        if (words.isEmpty() && !other.isEmpty()) {
            throw new MissingPart("%s is of kind %s. Say under %s what to run there."
                    .formatted(place.name(), place.target().kind(), part));
        }
        return words;
    }
}
