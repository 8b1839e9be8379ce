package dev.slipway.api;

import dev.slipway.execution.FailMode;
import dev.slipway.release.Definition;
import dev.slipway.release.InvalidDefinition;
import dev.slipway.release.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the body of create and edit [servicestage_06_0247]. */
@ApplicationScoped
class PipelineReader {

    private static final Set<String> FROM_BODY = Set.of("name", "description");

    private final Inputs inputs;

    PipelineReader(Inputs inputs) {
        this.inputs = inputs;
    }

    /**
     * What is to be created, or what it is to become.
     *
     * @param description null: as it is
     * @param failMode null: as it is
     * @param source the package to read the stages from; null: they are in the body
     */
    record Wish(
            String name,
            @Nullable String description,
            @Nullable FailMode failMode,
            ReadDefinition stages,
            @Nullable SourceBody source) {

        Definition definition(@Nullable Definition before) {
            return new Definition(
                    name,
                    description != null ? description : before == null ? "" : before.description(),
                    failMode != null ? failMode : before == null ? FailMode.STOP : before.failMode(),
                    stages.phases());
        }

        /**
         * Stores a definition.
         *
         * @throws BadRequest with the paths of the body where it breaks a rule
         */
        <T> T store(Supplier<T> verb) {
            return storing(verb, problem -> source == null ? stages.place(problem) : placeInPackage(problem));
        }
    }

    /** Only these are in the body; everything else comes from the package. */
    private static String placeInPackage(Problem problem) {
        return FROM_BODY.contains(problem.path()) ? problem.path() : "sources[0]";
    }

    static <T> T storing(Supplier<T> verb, Function<Problem, String> place) {
        try {
            return verb.get();
        } catch (InvalidDefinition e) {
            var problems = new Problems();
            e.problems().forEach(problem -> problems.add(place.apply(problem), problem.message()));
            problems.refuse();
            throw e;
        }
    }

    /**
     * Reads a body.
     *
     * @param project the project of the address, in which everything stays
     * @throws BadRequest with everything that is wrong
     */
    Wish read(byte[] body, String project) {
        var problems = new Problems();
        var root = Node.body(body, problems);
        var name = root.get("name").mandatory().text();
        modelVersion(root.get("model_version").mandatory());
        var template = isTemplate(root.get("config_mode").mandatory());
        var owner = root.get("enterprise_project_id");
        if (!owner.isMissing() && !owner.text().equals(project)) {
            owner.wrong("This must be %s, the project of the address, or be left out.".formatted(project));
        }
        var description = root.get("description");
        var wish = new Wish(
                name,
                description.isMissing() ? null : description.text(),
                failMode(root.get("fail_mode")),
                template ? new ReadDefinition(List.of(), Map.of()) : stages(root),
                template ? SourceBody.only(root) : null);
        problems.refuse();
        return wish;
    }

    private static void modelVersion(Node node) {
        var version = node.number();
        if (version != null && version != PipelineBody.MODEL_VERSION) {
            node.wrong("This must be %d.".formatted(PipelineBody.MODEL_VERSION));
        }
    }

    private static boolean isTemplate(Node node) {
        var mode = node.text();
        if (node.json().isTextual() && !mode.equals(PipelineBody.UI) && !mode.equals(PipelineBody.TEMPLATE)) {
            node.wrong("This must be ui or template.");
        }
        return mode.equals(PipelineBody.TEMPLATE);
    }

    private static @Nullable FailMode failMode(Node node) {
        return switch (node.text()) {
            case "stop" -> FailMode.STOP;
            case "continue" -> FailMode.CONTINUE;
            default -> {
                if (!node.isMissing() && node.json().isTextual()) {
                    node.wrong("This must be stop or continue.");
                }
                yield null;
            }
        };
    }

    /** The stages of the body; or, for whoever sends back what details answered, those of its declaration. */
    private ReadDefinition stages(Node root) {
        var declaration = root.get("pipeline_declaration");
        if (root.get("stages").isMissing() && !declaration.isMissing()) {
            var declared = declaration.json().isArray() ? declaration.objects() : List.of(declaration);
            if (declared.size() == 1) {
                return StagesReader.read(declared.get(0).get("stages").mandatory(), inputs);
            }
        }
        return StagesReader.read(root.get("stages").mandatory(), inputs);
    }
}
