package dev.slipway.catalog;

import dev.slipway.audit.AuditTrail;
import dev.slipway.audit.Change;
import dev.slipway.project.Actor;
import dev.slipway.project.Details;
import dev.slipway.project.Problem;
import dev.slipway.project.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door through which components change: one writer at a time, and every change of what runs is recorded. */
@ApplicationScoped
public class Components {

    private final Parts parts;
    private final AuditTrail audit;
    private final Clock clock;

    Components(Parts parts, AuditTrail audit, Clock clock) {
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A component by the names that people give it. */
    public record Address(String projectId, String regionId, String application, String environment, String name) {

        /** {@code storefront in local}. */
        public String title() {
            return "%s in %s".formatted(name, environment);
        }
    }

    /** The component at an address; empty if there is none yet. */
    @Transactional
    public Optional<Component> find(Address address) {
        return Application.find(address.projectId(), address.application()).flatMap(application -> environment(address)
                .flatMap(environment -> Component.find(application, environment, address.name())));
    }

    /**
     * The component at an address, created where it is missing.
     *
     * @throws MissingPart if its application or environment is missing
     */
    @Transactional
    public Created create(Address address, String createdBy) {
        var application = Application.find(address.projectId(), address.application())
                .orElseThrow(() ->
                        new MissingPart("There is no application %s. Add a Create Application task before this one."
                                .formatted(address.application())));
        var environment = environment(address)
                .orElseThrow(() ->
                        new MissingPart("There is no environment %s in this region.".formatted(address.environment())));
        var existing = Component.find(application, environment, address.name());
        if (existing.isPresent()) {
            return new Created(existing.get(), false);
        }
        var component =
                Component.of(application, environment, new Details(address.name(), ""), createdBy, clock.instant());
        component.persist();
        record(component, address.projectId(), "component_created", Map.of("for", createdBy));
        return new Created(component, true);
    }

    /**
     * Creates a component by hand. Nothing of it runs until a release deploys a version.
     *
     * @return where it is
     * @throws Rejected if something is wrong with the details, or application and environment don't belong together
     * @throws dev.slipway.project.UnknownRecord if either is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not
     */
    @Transactional
    public String create(Actor actor, @Nullable UUID application, @Nullable UUID environment, Details details) {
        if (application == null || !(PartKind.APPLICATION.seenBy(actor, application) instanceof Application owner)) {
            throw new Rejected(Problem.of("application", Problem.Reason.APPLICATION_MISSING));
        }
        if (environment == null
                || !(PartKind.ENVIRONMENT.seenBy(actor, environment) instanceof Environment place)
                || !place.projectId().equals(owner.projectId())) {
            throw new Rejected(Problem.of("environment", Problem.Reason.ENVIRONMENT_MISSING));
        }
        var component = Component.of(owner, place, details, actor.username(), clock.instant());
        parts.add(actor, component, Map.of("application", owner.name(), "environment", place.name()));
        return component.path();
    }

    /** A component, and whether it had to be created. */
    public record Created(Component component, boolean isNew) {}

    /** Lets one step run be the only one that changes the component; the component as it is now says who has it. */
    @Transactional
    public Held hold(UUID component, Component.Writer writer) {
        var locked = Component.locked(component);
        return new Held(locked.hold(writer, clock.instant()), locked);
    }

    /** Whether a writer got the component, and the component with its present writer. */
    public record Held(boolean granted, Component component) {}

    /** Ends what {@link #hold} began. */
    @Transactional
    public void release(UUID component, Component.Writer writer) {
        Component.locked(component).release(writer);
    }

    /** The version of this number with this content, created where it is missing; empty if it has other content. */
    @Transactional
    public Optional<ComponentVersion> version(
            UUID component, String version, ComponentVersion.Content content, Component.Provenance by) {
        var locked = Component.locked(component);
        var existing = ComponentVersion.find(locked, version);
        if (existing.isPresent()) {
            return existing.filter(known -> known.has(content));
        }
        var created = ComponentVersion.of(locked, version, content, by, clock.instant());
        created.persist();
        return Optional.of(created);
    }

    /** Records that a version runs now, and lets the writer go. */
    @Transactional
    public void runs(UUID component, UUID version, Component.Writer writer, Component.Provenance by) {
        var locked = Component.locked(component);
        var running = ComponentVersion.byId(version);
        var change = Change.of(version(locked), running.version());
        locked.runs(running, by, clock.instant());
        ComponentDeployment.begin(locked, running, by, clock.instant());
        locked.release(writer);
        record(
                locked,
                locked.projectId(),
                "component_deployed",
                Map.of("version", change, "release", writer.release()));
    }

    /** Records that nothing of the component runs any more, and lets the writer go. */
    @Transactional
    public void runsNothing(UUID component, Component.Writer writer) {
        var locked = Component.locked(component);
        var change = Change.of(version(locked), null);
        locked.runsNothing();
        ComponentDeployment.end(locked, clock.instant());
        locked.release(writer);
        record(locked, locked.projectId(), "component_stopped", Map.of("version", change, "release", writer.release()));
    }

    private static @Nullable String version(Component component) {
        return component
                .runningVersionId()
                .map(running -> ComponentVersion.byId(running).version())
                .orElse(null);
    }

    /** Deletes a component of which nothing runs, on behalf of the writer that holds it. */
    @Transactional
    public void remove(UUID component, Component.Writer writer) {
        var locked = Component.locked(component);
        record(locked, locked.projectId(), "component_deleted", Map.of("release", writer.release()));
        locked.delete();
    }

    /** A component as it is now; empty if it was deleted. */
    @Transactional
    public Optional<Component> find(UUID component) {
        return Component.findByIdOptional(component);
    }

    private static Optional<Environment> environment(Address address) {
        return Environment.find(address.projectId(), address.regionId(), address.environment());
    }

    private void record(Component component, String projectId, String kind, Map<String, Object> detail) {
        audit.record("slipway", projectId, kind, component.auditSubject(), detail);
    }
}
