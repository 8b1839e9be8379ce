package dev.slipway.template;

import dev.slipway.yaml.Tree;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Our own kind of component file: a component that a process environment can run, and how to build it. */
final class ProcessSpec {

    static final String KIND = "ServiceStageComponent";

    private static final List<String> DEPLOYABLE = List.of("artifact", "run");

    private final Remarks remarks;
    private final String file;
    private final Tree.Fields spec;

    private ProcessSpec(Remarks remarks, String file, Tree.Fields spec) {
        this.remarks = remarks;
        this.file = file;
        this.spec = spec;
    }

    /**
     * What the tasks of a component ask for, except for the names of application and environment.
     *
     * @param deploy the input of Create Component and Update Component
     * @param build the input of Build; empty if the artifact is there already
     */
    record Inputs(String name, Map<String, Object> deploy, Map<String, Object> build) {}

    /** Whether a document is of our kind, and not ServiceStage's for other targets. */
    static boolean isDeployable(TemplatePackage.Document document) {
        return document.kind().equals(KIND)
                && document.content().fields().get("spec") instanceof Tree.Fields spec
                && DEPLOYABLE.stream().anyMatch(spec.fields()::containsKey);
    }

    /** Checks which keys there are, whatever their values will be. */
    static void outline(Remarks remarks, TemplatePackage.Document document) {
        var file = document.file();
        remarks.unknown(file, document.content(), "kind", "spec");
        remarks.map(file, document.content(), "spec").ifPresent(spec -> {
            remarks.unknown(
                    file, spec, "name", "artifact", "artifact_version", "version", "healthy_seconds", "build", "run");
            remarks.map(file, spec, "run")
                    .ifPresent(run -> remarks.unknown(file, run, "command", "port", "health", "variables"));
            remarks.map(file, spec, "build")
                    .ifPresent(build -> remarks.unknown(file, build, "source", "command", "output"));
            for (var key : List.of("name", "artifact", "run")) {
                if (!spec.fields().containsKey(key)) {
                    remarks.wrong(file, spec.line(), "spec.%s is missing.".formatted(key));
                }
            }
        });
    }

    /** Reads a document whose placeholders have their values. */
    static Inputs read(Remarks remarks, String file, Tree.Fields content) {
        var spec = remarks.map(file, content, "spec").orElseGet(() -> new Tree.Fields(Map.of(), content.line()));
        return new ProcessSpec(remarks, file, spec).inputs();
    }

    private Inputs inputs() {
        var name = text(spec, "name").orElse("");
        var artifact = text(spec, "artifact").orElse("");
        var deploy = new LinkedHashMap<String, Object>();
        deploy.put("component", name);
        deploy.put("artifact", artifact);
        text(spec, "artifact_version").ifPresent(version -> deploy.put("artifactVersion", version));
        text(spec, "version").ifPresent(version -> deploy.put("version", version));
        number(spec, "healthy_seconds").ifPresent(seconds -> deploy.put("healthySeconds", seconds));
        remarks.map(file, spec, "run").ifPresent(run -> deploy.put("run", run(run)));
        var build = remarks.map(file, spec, "build").map(fields -> build(fields, artifact));
        return new Inputs(name, deploy, build.orElse(Map.of()));
    }

    private Map<String, Object> run(Tree.Fields fields) {
        var run = new HashMap<String, Object>();
        run.put("command", texts(fields, "command"));
        number(fields, "port").ifPresent(port -> run.put("port", port));
        text(fields, "health").ifPresent(health -> run.put("health", health));
        remarks.map(file, fields, "variables").ifPresent(variables -> run.put("variables", variables(variables)));
        return run;
    }

    private Map<String, String> variables(Tree.Fields fields) {
        var variables = new LinkedHashMap<String, String>();
        fields.fields().forEach((name, value) -> {
            if (value instanceof Tree.Scalar scalar) {
                variables.put(name, scalar.text());
            } else {
                remarks.wrong(
                        file, value.line(), "variables.%s must be a text, but is %s.".formatted(name, value.kind()));
            }
        });
        return variables;
    }

    private Map<String, Object> build(Tree.Fields fields, String artifact) {
        return Map.of(
                "source",
                text(fields, "source").orElse(""),
                "command",
                texts(fields, "command"),
                "output",
                text(fields, "output").orElse("."),
                "artifact",
                artifact);
    }

    private Optional<String> text(Tree.Fields in, String key) {
        return remarks.text(file, in, key).map(Tree.Scalar::text);
    }

    private Optional<Integer> number(Tree.Fields in, String key) {
        return remarks.text(file, in, key).flatMap(scalar -> {
            if (scalar.text().strip().matches("\\d{1,9}")) {
                return Optional.of(Integer.valueOf(scalar.text().strip()));
            }
            remarks.wrong(
                    file, scalar.line(), "%s must be a whole number, but is \"%s\".".formatted(key, scalar.text()));
            return Optional.empty();
        });
    }

    private List<String> texts(Tree.Fields in, String key) {
        if (in.fields().get(key) instanceof Tree.Items list
                && list.items().stream().allMatch(item -> item instanceof Tree.Scalar)) {
            return list.items().stream()
                    .map(item -> ((Tree.Scalar) item).text())
                    .toList();
        }
        remarks.wrong(file, in.line(), "%s must be a list of texts: the program and its arguments.".formatted(key));
        return List.of();
    }
}
