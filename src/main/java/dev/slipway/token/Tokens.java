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
        return create(actor, TokenOwner.self(actor), wish);
    }

    /**
     * Makes a token for somebody whose tokens the actor may make.
     *
     * @return its text, which nobody can find out later
     * @throws RefusedToken if something is wrong with the wish
     * @throws Conflict if the owner has as many as one may have
     */
    @Transactional
    public String create(Actor actor, TokenOwner owner, Wish wish) {
        var checked = TokenRules.check(wish);
        var now = clock.instant();
        Token.delete("userId = ?1 and expiresAt < ?2", owner.userId(), now.minus(EXPIRED_SHOWN_FOR));
        if (Token.count("userId", owner.userId()) >= MOST) {
            throw new Conflict(
                    "There are %d tokens, and more are not allowed. Revoke one that is not needed.".formatted(MOST));
        }
        var text = Secret.random();
        var expires = now.plus(Duration.ofDays(checked.days()));
        var token = Token.of(owner.userId(), checked.name(), checked.scope(), Secret.hash(text), now)
                .until(expires);
        token.persist();
        record(actor, owner, token, "api_token_created");
        return text;
    }

    /** The tokens of somebody, the newest one first. */
    @Transactional
    public List<TokenRow> of(TokenOwner owner) {
        var now = clock.instant();
        return Token.of(owner.userId()).stream()
                .map(token -> new TokenRow(
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
     * The name of a token.
     *
     * @throws UnknownRecord if the owner has no such token
     */
    @Transactional
    public String nameOf(TokenOwner owner, long id) {
        return find(owner, id).name();
    }

    /**
     * Refuses a token from now on.
     *
     * @throws UnknownRecord if the owner has no such token
     */
    @Transactional
    public void revoke(Actor actor, TokenOwner owner, long id) {
        revoke(actor, owner, find(owner, id));
    }

    /** Refuses all tokens of the owner from now on. */
    @Transactional
    public void revokeAll(Actor actor, TokenOwner owner) {
        Token.of(owner.userId()).forEach(token -> revoke(actor, owner, token));
    }

    private void revoke(Actor actor, TokenOwner owner, Token token) {
        record(actor, owner, token, "api_token_revoked");
        token.delete();
    }

    private static Token find(TokenOwner owner, long id) {
        return Token.find(owner.userId(), id).orElseThrow(() -> new UnknownRecord("token", id));
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

    private void record(Actor actor, TokenOwner owner, Token token, String kind) {
        var subject = new AuditSubject("api_token", Long.toString(token.id()), token.name());
        var detail = Map.<String, Object>of(
                "owner", owner.username(), "scope", token.scope().word(), "expires", String.valueOf(token.expiresAt));
        audit.record(actor.username(), owner.projectId(), kind, subject, detail);
    }
}
