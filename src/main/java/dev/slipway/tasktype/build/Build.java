package dev.slipway.tasktype.build;

import dev.slipway.catalog.Artifacts;
import dev.slipway.catalog.MissingPart;
import dev.slipway.catalog.Names;
import dev.slipway.target.BuildOrder;
import dev.slipway.target.Progress;
import dev.slipway.tasktype.Asks;
import dev.slipway.tasktype.Field;
import dev.slipway.tasktype.Outcome;
import dev.slipway.tasktype.Place;
import dev.slipway.tasktype.Places;
import dev.slipway.tasktype.Specs;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.tasktype.Ticket;
import dev.slipway.tasktype.VersionNumber;
import dev.slipway.tasktype.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Build: builds an artifact from source in an environment and streams what the build prints. */
@ApplicationScoped
class Build implements Work<Build.Input> {

    private final Places places;
    private final Artifacts artifacts;
    private final Specs specs;

    Build(Places places, Artifacts artifacts, Specs specs) {
        this.places = places;
        this.artifacts = artifacts;
        this.specs = specs;
    }

    /**
     * What to build; either with a command, or as an image on Kubernetes.
     *
     * @param environment the environment that builds
     * @param source the source directory, relative to the environment's source root
     * @param command program and arguments; no shell reads them
     * @param output the directory that the command fills, relative to the source directory
     * @param kubernetes what to build where the environment is a cluster
     * @param artifact the name that deployments use
     * @param version {@code A.B.C} or {@code A.B.C.D}; by default the time, {@code yyyy.mmdd.hhmms}
     */
    record Input(
            @Asks(Field.Kind.ENVIRONMENT) @NotNull String environment,
            @Nullable String source,
            @Nullable List<@NotNull String> command,
            @Nullable String output,
            @Nullable KubernetesBuild kubernetes,
            @Asks(Field.Kind.NEW_ARTIFACT) @NotNull @Pattern(regexp = Names.RULE, message = Names.WRONG)
                    String artifact,
            @Pattern(regexp = VersionNumber.RULE, message = VersionNumber.WRONG) @Nullable String version) {

        private boolean isOfAnImage() {
            return !KubernetesBuild.words(kubernetes).isEmpty();
        }

        /** In the words of environments that run commands. */
        private Map<String, Object> words() {
            return Map.of(
                    "source", Objects.requireNonNullElse(source, ""),
                    "command", Objects.requireNonNullElse(command, List.of()),
                    "output", Objects.requireNonNullElse(output, ""));
        }
    }

    @Override
    public String id() {
        return "build";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> initially() {
        return Map.of("output", "out");
    }

    @Override
    public List<TaskTypes.FieldProblem> problems(Input input) {
        return input.isOfAnImage() ? ofAnImage(input) : ofACommand(input);
    }

    private List<TaskTypes.FieldProblem> ofAnImage(Input input) {
        var problems = new ArrayList<>(specs.problemsOfABuild(KubernetesBuild.words(input.kubernetes())));
        if (input.source() != null || input.command() != null) {
            var field = input.source() == null ? "command" : "source";
            problems.add(new TaskTypes.FieldProblem(
                    "input." + field, "Say either how a command builds, or what is built on Kubernetes."));
        }
        return problems;
    }

    private static List<TaskTypes.FieldProblem> ofACommand(Input input) {
        var problems = new ArrayList<TaskTypes.FieldProblem>();
        require(problems, "source", input.source() != null);
        require(problems, "command", input.command() != null && !input.command().isEmpty());
        require(problems, "output", input.output() != null);
        return problems;
    }

    private static void require(List<TaskTypes.FieldProblem> problems, String field, boolean isThere) {
        if (!isThere) {
            problems.add(new TaskTypes.FieldProblem("input." + field, "Enter a value."));
        }
    }

    @Override
    public String target(Input input) {
        var build = input.kubernetes();
        var source = build == null || build.from() == null ? input.source() : build.from();
        return "%s from %s".formatted(input.artifact(), source);
    }

    @Override
    public Outcome run(Ticket<Input> ticket) {
        var place = places.find(ticket.release(), ticket.input().environment());
        var order = order(ticket, place);
        place.target().build(order);
        var lines = new ArrayList<String>();
        var progress = place.target().lookAtBuild(order, ticket.log().lines(), lines::add);
        ticket.log().add(lines);
        if (progress instanceof Progress.Ready ready) {
            return built(ticket, place, order, ready.where());
        }
        if (progress instanceof Progress.Broken broken) {
            return new Outcome.Failed(broken.why());
        }
        var working = (Progress.Working) progress;
        return new Outcome.LookAgain(working.pause(), working.what(), Map.of());
    }

    private Outcome built(Ticket<Input> ticket, Place place, BuildOrder order, String location) {
        artifacts.record(new Artifacts.Built(
                place.environment(), order.artifact(), order.version(), location, ticket.stepRun()));
        return new Outcome.Succeeded(
                "Built %s %s.".formatted(order.artifact(), order.version()),
                Map.of("artifact", order.artifact(), "version", order.version(), "location", location));
    }

    @Override
    public void abandon(Ticket<Input> ticket) {
        var place = places.find(ticket.release(), ticket.input().environment());
        place.target().cancelBuild(order(ticket, place));
    }

    private static BuildOrder order(Ticket<Input> ticket, Place place) {
        var input = ticket.input();
        return new BuildOrder(
                ticket.orderId(),
                place.environment(),
                input.artifact(),
                // The start of the attempt is the same whenever this is asked again.
                Objects.requireNonNullElseGet(input.version(), () -> VersionNumber.at(ticket.startedAt())),
                words(input, place));
    }

    /** What the task says to the target of a place. */
    private static Map<String, Object> words(Input input, Place place) {
        var builds = place.target().spec().equals("kubernetes") ? "an image, under kubernetes" : "with a command";
        if (place.target().spec().equals("kubernetes") != input.isOfAnImage()) {
            throw new MissingPart("%s is of kind %s, which builds %s; the task doesn't say how."
                    .formatted(place.name(), place.target().kind(), builds));
        }
        return input.isOfAnImage() ? KubernetesBuild.words(input.kubernetes()) : input.words();
    }
}
