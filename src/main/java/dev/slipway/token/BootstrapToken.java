package dev.slipway.token;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.identity.User;
import dev.slipway.identity.Users;
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
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The token that the configuration names, with which automation can begin before anybody has signed in. It belongs to a
 * machine that is an administrator of the default project, and lasts as long as the configuration names it.
 */
@Singleton
public class BootstrapToken {

    /** The setting. */
    public static final String SETTING = "slipway.api.bootstrap-token";

    /** The user to whom it belongs, who can't sign in. */
    public static final String OWNER = "bootstrap-token";

    private static final int SHORTEST = 32;
    private static final String NAME = "bootstrap";
    // Any number will do that no other lock of this database uses.
    private static final long LOCK = 7_370_002;

    private final TokenConfig config;
    private final Users users;
    private final AuditTrail audit;
    private final EntityManager database;
    private final Clock clock;

    BootstrapToken(TokenConfig config, Users users, AuditTrail audit, EntityManager database, Clock clock) {
        this.config = config;
        this.users = users;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    /** Why a configured token can't be taken, for whoever starts Slipway; empty if it can. */
    public static Optional<String> problem(String configured) {
        return configured.strip().length() >= SHORTEST
                ? Optional.empty()
                : Optional.of(("%s has %d characters, and needs %d at least: whoever guesses it is an administrator."
                                + " Make one with: openssl rand -base64 32")
                        .formatted(SETTING, configured.strip().length(), SHORTEST));
    }

    /** Called at start, after the first administrator was made, which happens only while there is no user at all. */
    @Transactional
    public void store(@Observes @Priority(FirstProject.PRIORITY + 100) StartupEvent start) {
        store(config.bootstrapToken());
    }

    /** Makes the token what the configuration says; without one it is gone. Several nodes may do this at once. */
    @Transactional
    public void store(Optional<String> configured) {
        database.createNativeQuery("select pg_advisory_xact_lock(?1)", Object.class)
                .setParameter(1, LOCK)
                .getSingleResult();
        configured.flatMap(BootstrapToken::problem).ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
        var known = User.findByName(OWNER).map(owner -> Token.of(owner.id())).orElse(List.of());
        if (configured.isEmpty()) {
            known.forEach(this::forget);
        } else {
            var hash = Secret.hash(configured.get().strip());
            known.stream().findFirst().ifPresentOrElse(token -> renew(token, hash), () -> create(hash));
        }
    }

    private void create(byte[] hash) {
        var owner = User.findByName(OWNER).orElseGet(() -> users.createMachine(OWNER, "Bootstrap token"));
        Membership.grant(owner.id(), Project.DEFAULT_ID, Role.ADMIN);
        var token = Token.of(owner.id(), NAME, Scope.FULL, hash, clock.instant());
        token.persist();
        record(token, "api_token_created");
    }

    private void renew(Token token, byte[] hash) {
        if (!Arrays.equals(token.hash, hash)) {
            token.rehash(hash);
            record(token, "api_token_replaced");
        }
    }

    private void forget(Token token) {
        record(token, "api_token_revoked");
        token.delete();
    }

    private void record(Token token, String kind) {
        var subject = new AuditSubject("api_token", Long.toString(token.id()), token.name());
        audit.record(AuditTrail.SLIPWAY, null, kind, subject, Map.of("owner", OWNER));
    }
}
