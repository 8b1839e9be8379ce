package dev.slipway.tasktype.createcomponent;

import dev.slipway.catalog.Component;
import dev.slipway.catalog.Components;
import dev.slipway.catalog.Names;
import dev.slipway.tasktype.Asks;
import dev.slipway.tasktype.Deployment;
import dev.slipway.tasktype.Field;
import dev.slipway.tasktype.Foreseeable;
import dev.slipway.tasktype.KubernetesSpec;
import dev.slipway.tasktype.Outcome;
import dev.slipway.tasktype.Places;
import dev.slipway.tasktype.Reversal;
import dev.slipway.tasktype.RunSpec;
import dev.slipway.tasktype.Specs;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.tasktype.Ticket;
import dev.slipway.tasktype.Undoable;
import dev.slipway.tasktype.VersionNumber;
import dev.slipway.tasktype.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Create Component: creates a component in an environment, unless it is there, and deploys a version to it. */
@ApplicationScoped
class CreateComponent implements Undoable<CreateComponent.Input>, Foreseeable<CreateComponent.Input> {

    private final Components components;
    private final Places places;
    private final Deployment deployment;
    private final Reversal reversal;
    private final Specs specs;

    CreateComponent(Components components, Places places, Deployment deployment, Reversal reversal, Specs specs) {
        this.components = components;
        this.places = places;
        this.deployment = deployment;
        this.reversal = reversal;
        this.specs = specs;
    }

    /**
     * What to create and deploy.
     *
     * @param version the number of the version; by default the time, {@code yyyy.mmdd.hhmms}
     * @param artifact the name under which a build left the artifact, for environments that run processes
     * @param artifactVersion by default the newest
     * @param kubernetes what to run where the environment is a cluster
     * @param healthySeconds how long it may take to become healthy, 60 if missing
     */
    record Input(
            @Asks(Field.Kind.APPLICATION) @NotNull String application,
            @Asks(Field.Kind.NEW_COMPONENT) @NotNull @Pattern(regexp = Names.RULE, message = Names.WRONG)
                    String component,
            @Asks(Field.Kind.ENVIRONMENT) @NotNull String environment,
            @Pattern(regexp = VersionNumber.RULE, message = VersionNumber.WRONG) @Nullable String version,
            @Asks(Field.Kind.ARTIFACT) @Nullable String artifact,
            @Nullable String artifactVersion,
            @Valid @Nullable RunSpec run,
            @Valid @Nullable KubernetesSpec kubernetes,
            @Min(1) @Max(3600) @Nullable Integer healthySeconds) {

        Specs.Said said() {
            return new Specs.Said(artifact, run, kubernetes);
        }

        Components.Address in(Ticket.Release release) {
            return new Components.Address(release.projectId(), release.regionId(), application, environment, component);
        }
    }

    @Override
    public String id() {
        return "create_component";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> initially() {
        return Map.of("run", Map.of("health", "/health"));
    }

    @Override
    public List<TaskTypes.FieldProblem> problems(Input input) {
        return specs.problems(input.said(), true);
    }

    @Override
    public String target(Input input) {
        return "%s / %s in %s".formatted(input.application(), input.component(), input.environment());
    }

    @Override
    public Outcome run(Ticket<Input> ticket) {
        var address = ticket.input().in(ticket.release());
        var created = components.create(address, ticket.release().title());
        return deployment.run(ticket, wish(ticket, created.component()));
    }

    private Deployment.Wish wish(Ticket<Input> ticket, Component component) {
        var input = ticket.input();
        var place = places.find(ticket.release(), input.environment());
        return new Deployment.Wish(
                component,
                component.createdBy().equals(ticket.release().title()),
                input.in(ticket.release()),
                place,
                new Versions.Wanted(
                        input.version(), input.artifact(), input.artifactVersion(), specs.words(input.said(), place)),
                Duration.ofSeconds(Objects.requireNonNullElse(input.healthySeconds(), 60)));
    }

    @Override
    public Intention intention(Ticket.Release release, Input input) {
        return new Intention(input.in(release), input.said(), input.version(), input.artifactVersion());
    }

    @Override
    public void abandon(Ticket<Input> ticket) {
        components
                .find(ticket.input().in(ticket.release()))
                .ifPresent(component -> deployment.abandon(ticket, wish(ticket, component)));
    }

    @Override
    public Undoing undoing(Map<String, Object> undo, List<Map<String, Object>> sooner) {
        return reversal.undoing(undo, sooner);
    }

    @Override
    public Outcome undo(Ticket<Input> ticket, Map<String, Object> undo) {
        return reversal.undo(ticket, undo);
    }

    @Override
    public void abandonUndo(Ticket<Input> ticket, Map<String, Object> undo) {
        reversal.abandon(ticket, undo);
    }
}
