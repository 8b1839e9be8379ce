package dev.slipway.token;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.identity.Actors;
import dev.slipway.identity.User;
import dev.slipway.project.Actor;
import dev.slipway.project.Conflict;
import dev.slipway.project.UnknownRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one door through which tokens are made, revoked and recognised. */
@ApplicationScoped
public class Tokens {

    /** How many a user may have: enough for every machine, too few to lose sight of. */
    static final int MOST = 50;

    private static final Duration EXPIRED_SHOWN_FOR = Duration.ofDays(30);

    private final Actors actors;
    private final AuditTrail audit;
    private final Clock clock;

    Tokens(Actors actors, AuditTrail audit, Clock clock) {
        this.actors = actors;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a token is to be. */
    public record Wish(String name, Scope scope, int days) {}

    /**
     * Makes a token for the actor.
     *
     * @return its text, which nobody can find out later
     * @throws RefusedToken if something is wrong with the wish
     */
    @Transactional
    public String create(Actor actor, Wish wish) {
        var checked = TokenRules.check(wish);
        var now = clock.instant();
        Token.delete("userId = ?1 and expiresAt < ?2", actor.userId(), now.minus(EXPIRED_SHOWN_FOR));
        if (Token.count("userId", actor.userId()) >= MOST) {
            throw new Conflict(
                    "You have %d tokens, and more are not allowed. Revoke one that is not needed.".formatted(MOST));
        }
        var text = Secret.random();
        var expires = now.plus(Duration.ofDays(checked.days()));
        var token = Token.of(actor.userId(), checked.name(), checked.scope(), Secret.hash(text), now)
                .until(expires);
        token.persist();
        record(actor, token, "api_token_created", Map.of("scope", token.scope().word(), "expires", expires.toString()));
        return text;
    }

    /** The tokens of the actor, the newest one first. */
    @Transactional
    List<TokensPage.Row> of(Actor actor) {
        var now = clock.instant();
        return Token.of(actor.userId()).stream()
                .map(token -> new TokensPage.Row(
                        token.id(),
                        token.name(),
                        token.scope(),
                        token.createdAt,
                        token.expiresAt,
                        token.lastUsedAt,
                        !token.isValid(now)))
                .toList();
    }

    /**
     * The name of a token of the actor.
     *
     * @throws UnknownRecord if the actor has no such token
     */
    @Transactional
    String nameOf(Actor actor, long id) {
        return own(actor, id).name();
    }

    /**
     * Refuses a token of the actor from now on.
     *
     * @throws UnknownRecord if the actor has no such token
     */
    @Transactional
    public void revoke(Actor actor, long id) {
        var token = own(actor, id);
        record(actor, token, "api_token_revoked", Map.of());
        token.delete();
    }

    private static Token own(Actor actor, long id) {
        return Token.find(actor.userId(), id).orElseThrow(() -> new UnknownRecord("token", id));
    }

    /** Whose token it is that somebody shows; empty if it is none, has expired, or its owner is disabled. */
    @Transactional
    public Optional<Bearer> recognise(String text) {
        var now = clock.instant();
        return Token.find(Secret.hash(text)).filter(token -> token.isValid(now)).flatMap(token -> bearer(token, now));
    }

    private Optional<Bearer> bearer(Token token, Instant now) {
        var owner = User.<User>findByIdOptional(token.userId()).map(User::username);
        var bearer = owner.flatMap(actors::find).map(actor -> new Bearer(token.id(), actor, token.scope()));
        bearer.ifPresent(known -> token.used(now));
        return bearer;
    }

    private void record(Actor actor, Token token, String kind, Map<String, Object> detail) {
        var subject = new AuditSubject("api_token", Long.toString(token.id()), token.name());
        audit.record(actor.username(), null, kind, subject, detail);
    }
}
