package dev.slipway.identity;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.project.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Records who came and went, and who was refused, in the caller's transaction. */
@ApplicationScoped
class SignInJournal {

    /** The actor of a refused sign-in under a name that no user has; no user can be called so. */
    static final String UNKNOWN = "(unknown)";

    private final AuditTrail audit;

    SignInJournal(AuditTrail audit) {
        this.audit = audit;
    }

    void signedIn(Actor actor) {
        record(actor, "user_signed_in");
    }

    void signedOut(Actor actor) {
        record(actor, "user_signed_out");
    }

    /**
     * A password was wrong. Attempts that are refused without a look at the password are not recorded, so that a guesser
     * cannot fill the trail; nor is a name that no user has, because people type their password into the wrong field.
     */
    void refused(String username) {
        var user = User.findByName(username);
        audit.record(
                user.map(User::username).orElse(UNKNOWN),
                null,
                "sign_in_refused",
                user.map(known -> subject(known.id(), known.username()))
                        .orElseGet(() -> new AuditSubject("user", "0", UNKNOWN)),
                Map.of());
    }

    private void record(Actor actor, String kind) {
        audit.record(actor.username(), null, kind, subject(actor.userId(), actor.username()), Map.of());
    }

    private static AuditSubject subject(long id, String username) {
        return new AuditSubject("user", Long.toString(id), username);
    }
}
