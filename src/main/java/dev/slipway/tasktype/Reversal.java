package dev.slipway.tasktype;

import dev.slipway.catalog.Component;
import dev.slipway.catalog.ComponentVersion;
import dev.slipway.catalog.Components;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Undoes a deployment: brings back the version that ran before, or stops what ran nowhere before. */
@ApplicationScoped
public class Reversal {

    private final Components components;
    private final Versions versions;
    private final Places places;
    private final Deployment deployment;

    Reversal(Components components, Versions versions, Places places, Deployment deployment) {
        this.components = components;
        this.versions = versions;
        this.places = places;
        this.deployment = deployment;
    }

    /**
     * What a deployment changed, as its attempt records it.
     *
     * @param before the version that ran before; null if nothing did
     * @param created whether the component was created by it
     */
    record Effect(Site site, UUID version, @Nullable UUID before, boolean created) {

        Map<String, Object> recorded() {
            var recorded = new HashMap<String, Object>();
            recorded.put("component", site.component().toString());
            recorded.put("application", site.address().application());
            recorded.put("name", site.address().name());
            recorded.put("environment", site.address().environment());
            recorded.put("version", version.toString());
            recorded.put("created", created);
            recorded.put("healthySeconds", site.healthyWithin().toSeconds());
            if (before != null) {
                recorded.put("before", before.toString());
            }
            return recorded;
        }
    }

    /** What undoing would do as things stand; see {@link Undoable#undoing}. */
    public Undoable.Undoing undoing(Map<String, Object> undo, List<Map<String, Object>> sooner) {
        var title = "%s in %s".formatted(undo.get("name"), undo.get("environment"));
        var found = components.find(id(undo, "component").orElseThrow());
        if (found.isEmpty()) {
            return new Undoable.Undoing(title, null, "The component was deleted since; there is nothing to put back.");
        }
        var component = found.get();
        var running = remaining(undo, sooner, component.runningVersionId()).map(versions::byId);
        var from = running.map(version -> "version " + version.version()).orElse("nothing");
        return new Undoable.Undoing(
                "%s: from %s %s".formatted(title, from, goal(undo)), changedSince(undo, component, running), null);
    }

    /** What runs once others that changed the same component are undone. */
    private static Optional<UUID> remaining(
            Map<String, Object> undo, List<Map<String, Object>> sooner, Optional<UUID> running) {
        for (var other : sooner) {
            if (Objects.equals(other.get("component"), undo.get("component")) && running.equals(id(other, "version"))) {
                running = id(other, "before");
            }
        }
        return running;
    }

    private String goal(Map<String, Object> undo) {
        return before(undo)
                .map(version -> "back to version %s".formatted(version.version()))
                .orElse(isCreated(undo) ? "to nothing; the component is deleted" : "to nothing");
    }

    private static @Nullable String changedSince(
            Map<String, Object> undo, Component component, Optional<ComponentVersion> running) {
        var left = id(undo, "version");
        if (running.map(ComponentVersion::id).equals(left)) {
            return null;
        }
        return running.isEmpty()
                ? "It was stopped since."
                : "%s, execution %d, has deployed version %s since."
                        .formatted(
                                component.runningRelease(),
                                component.runningExecutionNo(),
                                running.get().version());
    }

    /** Does the next piece of it; see {@link Undoable#undo}. */
    public Outcome undo(Ticket<?> ticket, Map<String, Object> undo) {
        var component = id(undo, "component").orElseThrow();
        if (components.find(component).isEmpty()) {
            return new Outcome.Succeeded("The component was deleted already.", Map.of());
        }
        var site = site(ticket, undo);
        var before = before(undo);
        return before.isPresent()
                ? deployment.bringBack(ticket, site, before.get())
                : takeAway(ticket, site, isCreated(undo));
    }

    private Outcome takeAway(Ticket<?> ticket, Site site, boolean delete) {
        var writer = Deployment.writer(ticket);
        var held = components.hold(site.component(), writer);
        if (!held.granted()) {
            return Deployment.waiting(ticket, site, held.component());
        }
        site.place().target().stop(Deployment.stopping(ticket), site.ref());
        var title = site.address().title();
        return new Outcome.Succeeded(
                (delete ? "%s was stopped and deleted." : "%s was stopped.").formatted(title),
                Map.of("component", title),
                Map.of(),
                () -> {
                    components.runsNothing(site.component(), writer);
                    if (delete) {
                        components.remove(site.component(), writer);
                    }
                });
    }

    /** Ends what an attempt to undo began; see {@link Work#abandon}. */
    public void abandon(Ticket<?> ticket, Map<String, Object> undo) {
        if (components.find(id(undo, "component").orElseThrow()).isPresent()) {
            deployment.abandon(ticket, site(ticket, undo));
        }
    }

    private Site site(Ticket<?> ticket, Map<String, Object> undo) {
        var release = ticket.release();
        var address = new Components.Address(
                release.projectId(),
                release.regionId(),
                String.valueOf(undo.get("application")),
                String.valueOf(undo.get("environment")),
                String.valueOf(undo.get("name")));
        return new Site(
                id(undo, "component").orElseThrow(),
                address,
                places.find(release, address.environment()),
                Duration.ofSeconds(((Number) Objects.requireNonNull(undo.get("healthySeconds"))).longValue()));
    }

    private Optional<ComponentVersion> before(Map<String, Object> undo) {
        return id(undo, "before").map(versions::byId);
    }

    private static boolean isCreated(Map<String, Object> undo) {
        return Boolean.TRUE.equals(undo.get("created"));
    }

    private static Optional<UUID> id(Map<String, Object> undo, String name) {
        return Optional.ofNullable(undo.get(name)).map(id -> UUID.fromString(id.toString()));
    }
}
