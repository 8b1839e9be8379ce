package dev.slipway.catalog;

import dev.slipway.audit.AuditTrail;
import dev.slipway.project.Actor;
import dev.slipway.project.Details;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door through which applications come into being. */
@ApplicationScoped
public class Applications {

    private final Parts parts;
    private final AuditTrail audit;
    private final Clock clock;

    Applications(Parts parts, AuditTrail audit, Clock clock) {
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new application, on behalf of {@code createdBy}. */
    public record Creating(String projectId, String name, String description, String createdBy) {}

    /** Creates the application unless it is there; true if it had to. */
    @Transactional
    public boolean create(Creating creating) {
        if (Application.find(creating.projectId(), creating.name()).isPresent()) {
            return false;
        }
        var application = Application.of(
                creating.projectId(),
                new Details(creating.name(), creating.description()),
                creating.createdBy(),
                clock.instant());
        application.persist();
        audit.record(
                "slipway",
                creating.projectId(),
                "application_created",
                application.auditSubject(),
                Map.of("for", creating.createdBy()));
        return true;
    }

    /** The application of this name, with how many components it has; empty if there is none. */
    @Transactional
    public Optional<Content> find(String projectId, String name) {
        return Application.find(projectId, name)
                .map(application -> new Content(application.id(), Component.count("applicationId", application.id())));
    }

    /** An application and the number of its components. */
    public record Content(UUID id, long components) {}

    /** Deletes an application without components, on behalf of {@code deletedBy}. */
    @Transactional
    public void remove(String projectId, String name, String deletedBy) {
        Application.find(projectId, name).ifPresent(application -> {
            audit.record(
                    "slipway", projectId, "application_deleted", application.auditSubject(), Map.of("for", deletedBy));
            application.delete();
        });
    }

    /**
     * Creates an application by hand.
     *
     * @return where it is
     * @throws dev.slipway.project.Rejected if something is wrong with the details
     * @throws dev.slipway.project.Forbidden if the actor may not
     */
    @Transactional
    public String create(Actor actor, String projectId, Details details) {
        var application = Application.of(projectId, details, actor.username(), clock.instant());
        parts.add(actor, application, Map.of());
        return application.path();
    }
}
