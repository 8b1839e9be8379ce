package dev.slipway.token;

import static java.util.Objects.requireNonNull;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A token of a user, of which nobody knows the text but who was shown it. */
@Entity
@Table(name = "api_token")
class Token extends PanacheEntityBase {

    /** How exact the time of the last use is: a busy token is not written with each request. */
    static final Duration LAST_USE_TO = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(generator = "api_token_seq")
    @SequenceGenerator(name = "api_token_seq", sequenceName = "api_token_seq")
    @Nullable
    Long id;

    @Column(name = "user_id", updatable = false)
    long userId;

    @Column(updatable = false)
    String name;

    byte[] hash;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Scope scope;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    @Nullable
    Instant expiresAt;

    @Column(name = "last_used_at")
    @Nullable
    Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected Token() {}

    static Token of(long userId, String name, Scope scope, byte[] hash, Instant createdAt) {
        var token = new Token();
        token.userId = userId;
        token.name = name;
        token.scope = scope;
        token.hash = hash;
        token.createdAt = createdAt;
        return token;
    }

    Token until(Instant end) {
        expiresAt = end;
        return this;
    }

    static Optional<Token> find(byte[] hash) {
        return Token.<Token>find("hash", hash).firstResultOptional();
    }

    static Optional<Token> find(long userId, long id) {
        return Token.<Token>find("id = ?1 and userId = ?2", id, userId).firstResultOptional();
    }

    /** The tokens of a user, the newest one first. */
    static List<Token> of(long userId) {
        return Token.list("userId = ?1 order by createdAt desc, id desc", userId);
    }

    boolean isValid(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }

    /** Takes another text: what was its text before is refused from now on. */
    void rehash(byte[] other) {
        hash = other;
    }

    /** Remembers that it was used, unless that is remembered to the minute already. */
    void used(Instant now) {
        if (lastUsedAt == null || !now.isBefore(lastUsedAt.plus(LAST_USE_TO))) {
            lastUsedAt = now;
        }
    }

    long id() {
        return requireNonNull(id, "stored");
    }

    long userId() {
        return userId;
    }

    String name() {
        return name;
    }

    Scope scope() {
        return scope;
    }
}
