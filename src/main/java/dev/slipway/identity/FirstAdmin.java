package dev.slipway.identity;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.audit.Change;
import dev.slipway.project.FirstProject;
import dev.slipway.project.Membership;
import dev.slipway.project.Project;
import dev.slipway.project.Role;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.jboss.logging.Logger;

/** Gives a new Slipway that is no demo the one user who can let in all others. */
@Singleton
class FirstAdmin {

    private static final Logger LOG = Logger.getLogger(FirstAdmin.class);

    // Any number will do that no other lock of this database uses.
    private static final long LOCK = 7_370_001;

    private final IdentityConfig config;
    private final Users users;
    private final AuditTrail audit;
    private final EntityManager database;

    FirstAdmin(IdentityConfig config, Users users, AuditTrail audit, EntityManager database) {
        this.config = config;
        this.users = users;
        this.audit = audit;
        this.database = database;
    }

    @Transactional
    void create(@Observes @Priority(FirstProject.PRIORITY + 1) StartupEvent start) {
        // Several nodes may make their first start at the same moment; only one may print a password.
        database.createNativeQuery("select pg_advisory_xact_lock(?1)", Object.class)
                .setParameter(1, LOCK)
                .getSingleResult();
        if (!config.isDemo() && !users.exist()) {
            create();
        }
    }

    private void create() {
        var password = config.adminPassword().orElseGet(Passwords::generated);
        var admin = users.create("admin", "Administrator", password);
        Membership.grant(admin.id(), Project.DEFAULT_ID, Role.ADMIN);
        audit.record(
                AuditTrail.SLIPWAY,
                Project.DEFAULT_ID,
                "first_admin_created",
                new AuditSubject("user", Long.toString(admin.id()), admin.username()),
                Map.of("role", Change.of(null, Role.ADMIN)));
        if (config.adminPassword().isEmpty()) {
            LOG.warnf("First start: sign in as \"admin\" with the password %s (shown only this once)", password);
        }
    }
}
