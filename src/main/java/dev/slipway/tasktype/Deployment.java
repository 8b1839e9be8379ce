package dev.slipway.tasktype;

import static java.util.Objects.requireNonNull;

import dev.slipway.catalog.Component;
import dev.slipway.catalog.ComponentVersion;
import dev.slipway.catalog.Components;
import dev.slipway.target.Order;
import dev.slipway.target.Progress;
import dev.slipway.target.TargetProblem;
import dev.slipway.target.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
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

    Deployment(Components components, Versions versions) {
        this.components = components;
        this.versions = versions;
    }

    /**
     * What to bring up.
     *
     * @param created whether the task had to create the component
     * @param healthyWithin how long it may take to become healthy
     */
    public record Wish(
            Component component,
            boolean created,
            Components.Address address,
            Place place,
            Versions.Wanted version,
            Duration healthyWithin) {

        Site site() {
            return new Site(component.id(), address, place, healthyWithin);
        }
    }

    /** Does the next piece of it; see {@link Work#run}. */
    public Outcome run(Ticket<?> ticket, Wish wish) {
        var site = wish.site();
        var held = components.hold(site.component(), writer(ticket));
        if (!held.granted()) {
            return waiting(ticket, site, held.component());
        }
        return switch (Stage.of(ticket)) {
            case BEGIN -> begin(ticket, wish, held.component());
            case STARTING -> starting(ticket, site);
            case PUTTING_BACK -> puttingBack(ticket, site);
        };
    }

    /** Brings a version up that ran before. */
    Outcome bringBack(Ticket<?> ticket, Site site, ComponentVersion version) {
        var held = components.hold(site.component(), writer(ticket));
        if (!held.granted()) {
            return waiting(ticket, site, held.component());
        }
        return switch (Stage.of(ticket)) {
            case BEGIN -> start(ticket, site, version, held.component().runningVersionId(), false);
            case STARTING -> starting(ticket, site);
            case PUTTING_BACK -> puttingBack(ticket, site);
        };
    }

    static Outcome waiting(Ticket<?> ticket, Site site, Component component) {
        return new Outcome.LookAgain(
                BETWEEN_LOOKS,
                "waits for %s, which changes %s since %s"
                        .formatted(component.heldFor(), site.address().name(), since(component)),
                ticket.memo());
    }

    private static Instant since(Component component) {
        return requireNonNull(component.heldSince()).truncatedTo(ChronoUnit.SECONDS);
    }

    private Outcome begin(Ticket<?> ticket, Wish wish, Component component) {
        var version = versions.prepare(ticket, wish);
        return start(ticket, wish.site(), version, component.runningVersionId(), wish.created());
    }

    private Outcome start(
            Ticket<?> ticket, Site site, ComponentVersion version, Optional<UUID> before, boolean created) {
        var memo = Stage.starting(version.id(), before, created);
        ticket.log()
                .add("Starts version %s of %s."
                        .formatted(version.version(), site.address().title()));
        return new Outcome.LookAgain(Duration.ZERO, "starts version %s".formatted(version.version()), memo);
    }

    private Outcome starting(Ticket<?> ticket, Site site) {
        var version = remembered(ticket, "version").orElseThrow();
        var order = site.order(ticket.orderId(), version);
        site.place().target().apply(order);
        var progress = site.place().target().look(order);
        if (progress instanceof Progress.Ready ready) {
            return succeed(ticket, site, version, ready.where());
        }
        if (progress instanceof Progress.Working working) {
            return new Outcome.LookAgain(working.pause(), working.what(), ticket.memo());
        }
        return putBack(ticket, site, ((Progress.Broken) progress).why());
    }

    private Outcome succeed(Ticket<?> ticket, Site site, ComponentVersion version, String where) {
        var before = remembered(ticket, "before");
        ticket.log().add("Version %s is healthy at %s.".formatted(version.version(), where));
        var output = new HashMap<String, Object>(Map.of("version", version.version(), "address", where));
        before.ifPresent(old -> output.put("version before", old.version()));
        var undo = new Reversal.Effect(
                site,
                version.id(),
                before.map(ComponentVersion::id).orElse(null),
                ticket.remembered("created").equals(Optional.of(true)));
        return new Outcome.Succeeded(
                "Version %s runs at %s.".formatted(version.version(), where),
                output,
                undo.recorded(),
                () -> components.runs(site.component(), version.id(), writer(ticket), provenance(ticket)));
    }

    private Outcome putBack(Ticket<?> ticket, Site site, String why) {
        ticket.log().add(why.lines().toList());
        var before = remembered(ticket, "before");
        if (before.isEmpty()) {
            site.place().target().stop(stopping(ticket), site.ref());
            return new Outcome.Failed(
                    failed(why, "It was stopped; nothing ran before that could be put back."),
                    () -> components.runsNothing(site.component(), writer(ticket)));
        }
        var memo = Stage.puttingBack(ticket, why);
        var what = "puts version %s back".formatted(before.get().version());
        ticket.log().add("Puts version %s back.".formatted(before.get().version()));
        return new Outcome.LookAgain(Duration.ZERO, what, memo);
    }

    private Outcome puttingBack(Ticket<?> ticket, Site site) {
        var why = ticket.remembered("why").orElseThrow().toString();
        var before = remembered(ticket, "before").orElseThrow();
        var progress = carriedOut(site, site.order(backwards(ticket), before));
        if (progress instanceof Progress.Working working) {
            return new Outcome.LookAgain(working.pause(), working.what(), ticket.memo());
        }
        var consequence = progress instanceof Progress.Broken broken
                ? "Putting version %s back failed too: %s".formatted(before.version(), broken.why())
                : "Version %s was put back and is healthy.".formatted(before.version());
        ticket.log().add(consequence.lines().toList());
        // Nobody has stopped anything, so the version before stays the one that is to run; its health says how it does.
        return new Outcome.Failed(failed(why, consequence), () -> components.release(site.component(), writer(ticket)));
    }

    /** How far an order is; what the target refuses will not get there. */
    private static Progress carriedOut(Site site, Order order) {
        try {
            site.place().target().apply(order);
            return site.place().target().look(order);
        } catch (Unavailable away) {
            throw away;
        } catch (TargetProblem refused) {
            return new Progress.Broken(String.valueOf(refused.getMessage()));
        }
    }

    /** What happened and what was done about it come first; the lines of a log may follow. */
    private static String failed(String why, String consequence) {
        var sentence = why.lines().findFirst().orElse("");
        return sentence + " " + consequence + why.substring(sentence.length());
    }

    /**
     * Ends what an attempt began: the version before is started again, without waiting until it is healthy, and the
     * component is let go; see {@link Work#abandon}.
     */
    public void abandon(Ticket<?> ticket, Wish wish) {
        abandon(ticket, wish.site());
    }

    void abandon(Ticket<?> ticket, Site site) {
        var writer = writer(ticket);
        if (Stage.of(ticket) != Stage.BEGIN
                && components.hold(site.component(), writer).granted()) {
            try {
                comeBack(ticket, site);
            } finally {
                components.release(site.component(), writer);
            }
        }
        components.release(site.component(), writer);
    }

    private void comeBack(Ticket<?> ticket, Site site) {
        // A node that was paused just before it gave the order must not give it after this.
        site.place().target().withdraw(ticket.orderId(), site.ref());
        var before = remembered(ticket, "before");
        if (before.isPresent()) {
            ticket.log().add("Starts version %s again.".formatted(before.get().version()));
            site.place().target().apply(site.order(backwards(ticket), before.get()));
        } else {
            ticket.log().add("Stops what was started.");
            site.place().target().stop(stopping(ticket), site.ref());
            components.runsNothing(site.component(), writer(ticket));
        }
    }

    private static String backwards(Ticket<?> ticket) {
        return ticket.orderId() + "-back";
    }

    static String stopping(Ticket<?> ticket) {
        return ticket.orderId() + "-stop";
    }

    private Optional<ComponentVersion> remembered(Ticket<?> ticket, String name) {
        return ticket.remembered(name).map(id -> versions.byId(UUID.fromString(id.toString())));
    }

    static Component.Writer writer(Ticket<?> ticket) {
        return new Component.Writer(
                ticket.stepRun(), ticket.attempt(), ticket.release().title());
    }

    static Component.Provenance provenance(Ticket<?> ticket) {
        var release = ticket.release();
        return new Component.Provenance(release.id(), release.name(), release.executionNo());
    }
}
