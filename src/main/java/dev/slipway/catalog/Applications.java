package dev.slipway.catalog;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** The door through which applications come into being. */
@ApplicationScoped
public class Applications {

    private final AuditTrail audit;
    private final Clock clock;

    Applications(AuditTrail audit, Clock clock) {
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
                creating.projectId(), creating.name(), creating.description(), creating.createdBy(), clock.instant());
        application.persist();
        audit.record(
                "slipway",
                creating.projectId(),
                "application_created",
                new AuditSubject("application", application.id().toString(), application.name()),
                Map.of("for", creating.createdBy()));
        return true;
    }
}
