package dev.slipway.tasktype;

import static java.util.Objects.requireNonNull;

import dev.slipway.catalog.Component;
import dev.slipway.catalog.ComponentVersion;
import dev.slipway.catalog.Components;
import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import dev.slipway.target.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings a version of a component up: starts it, waits until it is healthy, and puts the version before back if it
 * doesn't get there. Create Component and Update Component share it.
 */
@ApplicationScoped
public class Deployment {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Components components;
    private final Versions versions;
    private final Clock clock;

    Deployment(Components components, Versions versions, Clock clock) {
        this.components = components;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * What to bring up.
     *
     * @param healthyWithin how long it may take to become healthy
     */
    public record Wish(
            Component component,
            Components.Address address,
            Place place,
            Versions.Wanted version,
            Duration healthyWithin) {

        ComponentRef ref() {
            return new ComponentRef(component.id(), address.application(), address.name(), address.environment());
        }
    }

    /** Does the next piece of it; see {@link Work#run}. */
    public Outcome run(Ticket<?> ticket, Wish wish) {
        var writer = writer(ticket);
        var held = components.hold(wish.component().id(), writer);
        if (!held.granted()) {
            return new Outcome.LookAgain(
                    BETWEEN_LOOKS,
                    "waits for %s, which changes %s since %s"
                            .formatted(
                                    held.component().heldFor(), wish.address().name(), since(held.component())),
                    ticket.memo());
        }
        return switch (Stage.of(ticket)) {
            case BEGIN -> begin(ticket, wish, held.component());
            case STARTING -> starting(ticket, wish);
            case PUTTING_BACK -> puttingBack(ticket, wish);
        };
    }

    /** Lets the component go; see {@link Work#abandon}. */
    public void abandon(Ticket<?> ticket, UUID component) {
        components.release(component, ticket.stepRun());
    }

    private static Instant since(Component component) {
        return requireNonNull(component.heldSince()).truncatedTo(ChronoUnit.SECONDS);
    }

    private enum Stage {
        BEGIN,
        STARTING,
        PUTTING_BACK;

        static Stage of(Ticket<?> ticket) {
            return ticket.remembered("stage")
                    .map(stage -> valueOf(stage.toString()))
                    .orElse(BEGIN);
        }
    }

    private Outcome begin(Ticket<?> ticket, Wish wish, Component component) {
        var version = versions.prepare(ticket, wish);
        var memo = new HashMap<String, Object>();
        memo.put("stage", Stage.STARTING.name());
        memo.put("version", version.id().toString());
        memo.put("deadline", clock.instant().plus(wish.healthyWithin()).toString());
        component.runningVersionId().ifPresent(before -> memo.put("before", before.toString()));
        ticket.log()
                .add("Starts version %s of %s."
                        .formatted(version.version(), wish.address().title()));
        return new Outcome.LookAgain(Duration.ZERO, "starts version %s".formatted(version.version()), memo);
    }

    private Outcome starting(Ticket<?> ticket, Wish wish) {
        var version = remembered(ticket, "version").orElseThrow();
        var order = order(ticket.orderId(), ticket, wish, version);
        wish.place().target().apply(order);
        var progress = wish.place().target().look(order);
        if (progress instanceof Progress.Ready ready) {
            return succeed(ticket, wish, version, ready.where());
        }
        if (progress instanceof Progress.Working working) {
            return new Outcome.LookAgain(BETWEEN_LOOKS, working.what(), ticket.memo());
        }
        return putBack(ticket, wish, ((Progress.Broken) progress).why());
    }

    private Outcome succeed(Ticket<?> ticket, Wish wish, ComponentVersion version, String where) {
        var before = remembered(ticket, "before").map(ComponentVersion::version);
        components.runs(wish.component().id(), version.id(), writer(ticket), provenance(ticket));
        ticket.log().add("Version %s is healthy at %s.".formatted(version.version(), where));
        var output = new HashMap<String, Object>(Map.of("version", version.version(), "address", where));
        before.ifPresent(old -> output.put("version before", old));
        return new Outcome.Succeeded("Version %s runs at %s.".formatted(version.version(), where), output);
    }

    private Outcome putBack(Ticket<?> ticket, Wish wish, String why) {
        ticket.log().add(why.lines().toList());
        var before = remembered(ticket, "before");
        if (before.isEmpty()) {
            wish.place().target().stop(wish.ref());
            components.runsNothing(wish.component().id(), writer(ticket));
            return failed(why, "It was stopped; nothing ran before that could be put back.");
        }
        var memo = new HashMap<>(ticket.memo());
        memo.put("stage", Stage.PUTTING_BACK.name());
        memo.put("why", why);
        memo.put("deadline", clock.instant().plus(wish.healthyWithin()).toString());
        var what = "puts version %s back".formatted(before.get().version());
        ticket.log().add("Puts version %s back.".formatted(before.get().version()));
        return new Outcome.LookAgain(Duration.ZERO, what, memo);
    }

    private Outcome puttingBack(Ticket<?> ticket, Wish wish) {
        var why = ticket.remembered("why").orElseThrow();
        var before = remembered(ticket, "before").orElseThrow();
        var order = order(ticket.orderId() + "-back", ticket, wish, before);
        wish.place().target().apply(order);
        var progress = wish.place().target().look(order);
        if (progress instanceof Progress.Working working) {
            return new Outcome.LookAgain(BETWEEN_LOOKS, working.what(), ticket.memo());
        }
        if (progress instanceof Progress.Broken broken) {
            components.runsNothing(wish.component().id(), writer(ticket));
            return failed(
                    why.toString(), "Putting version %s back failed too: %s".formatted(before.version(), broken.why()));
        }
        components.release(wish.component().id(), ticket.stepRun());
        ticket.log().add("Version %s is healthy again.".formatted(before.version()));
        return failed(why.toString(), "Version %s was put back and is healthy.".formatted(before.version()));
    }

    /** What happened and what was done about it come first; the lines of a log may follow. */
    private static Outcome failed(String why, String consequence) {
        var sentence = why.lines().findFirst().orElse("");
        return new Outcome.Failed(sentence + " " + consequence + why.substring(sentence.length()));
    }

    private Optional<ComponentVersion> remembered(Ticket<?> ticket, String name) {
        return ticket.remembered(name).map(id -> versions.byId(UUID.fromString(id.toString())));
    }

    private static Order order(String id, Ticket<?> ticket, Wish wish, ComponentVersion version) {
        var deadline = Instant.parse(ticket.remembered("deadline").orElseThrow().toString());
        return new Order(id, wish.ref(), version.version(), version.artifact(), version.spec(), deadline);
    }

    private static Component.Writer writer(Ticket<?> ticket) {
        return new Component.Writer(ticket.stepRun(), ticket.release().title());
    }

    static Component.Provenance provenance(Ticket<?> ticket) {
        var release = ticket.release();
        return new Component.Provenance(release.id(), release.name(), release.executionNo());
    }
}
