package dev.slipway.tasktype.build;

import dev.slipway.catalog.Artifacts;
import dev.slipway.catalog.Names;
import dev.slipway.target.BuildOrder;
import dev.slipway.target.Progress;
import dev.slipway.tasktype.Asks;
import dev.slipway.tasktype.Field;
import dev.slipway.tasktype.Outcome;
import dev.slipway.tasktype.Place;
import dev.slipway.tasktype.Places;
import dev.slipway.tasktype.Ticket;
import dev.slipway.tasktype.VersionNumber;
import dev.slipway.tasktype.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Build: builds an artifact from source in an environment and streams what the build prints. */
@ApplicationScoped
class Build implements Work<Build.Input> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Places places;
    private final Artifacts artifacts;

    Build(Places places, Artifacts artifacts) {
        this.places = places;
        this.artifacts = artifacts;
    }

    /**
     * What to build.
     *
     * @param environment the environment that builds
     * @param source the source directory, relative to the environment's source root
     * @param command program and arguments; no shell reads them
     * @param output the directory that the command fills, relative to the source directory
     * @param artifact the name that deployments use
     * @param version {@code A.B.C} or {@code A.B.C.D}; by default the time, {@code yyyy.mmdd.hhmms}
     */
    record Input(
            @Asks(Field.Kind.ENVIRONMENT) @NotNull String environment,
            @NotNull String source,
            @NotEmpty List<@NotNull String> command,
            @NotNull String output,
            @Asks(Field.Kind.NEW_ARTIFACT) @NotNull @Pattern(regexp = Names.RULE, message = Names.WRONG)
                    String artifact,
            @Pattern(regexp = VersionNumber.RULE, message = VersionNumber.WRONG) @Nullable String version) {}

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
    public String target(Input input) {
        return "%s from %s".formatted(input.artifact(), input.source());
    }

    @Override
    public Outcome run(Ticket<Input> ticket) {
        var place = places.find(ticket.release(), ticket.input().environment());
        var order = order(ticket);
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
        return new Outcome.LookAgain(BETWEEN_LOOKS, "builds version %s".formatted(order.version()), Map.of());
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
        places.find(ticket.release(), ticket.input().environment()).target().cancelBuild(order(ticket));
    }

    private static BuildOrder order(Ticket<Input> ticket) {
        var input = ticket.input();
        return new BuildOrder(
                ticket.orderId(),
                input.environment(),
                input.artifact(),
                // The start of the attempt is the same whenever this is asked again.
                Objects.requireNonNullElseGet(input.version(), () -> VersionNumber.at(ticket.startedAt())),
                input.source(),
                input.command(),
                input.output());
    }
}
