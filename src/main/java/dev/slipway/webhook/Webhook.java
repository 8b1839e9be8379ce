package dev.slipway.webhook;

import dev.slipway.audit.AuditSubject;
import dev.slipway.project.Locked;
import dev.slipway.project.UnknownRecord;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Whom to tell what happens in a project. */
@Entity
@Table(name = "webhook")
public class Webhook extends PanacheEntityBase {

    /** How long the secret before signs too. */
    static final Duration CHANGE_OVER = Duration.ofDays(1);

    @Id
    UUID id;

    @Column(name = "project_id", updatable = false)
    String projectId;

    String name;

    String address;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> events;

    /** Sealed, as the one before: see {@link Secrets}. */
    String secret;

    @Column(name = "previous_secret")
    @Nullable
    String previousSecret;

    @Column(name = "previous_until")
    @Nullable
    Instant previousUntil;

    @Enumerated(EnumType.STRING)
    State state;

    int edition;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    protected Webhook() {}

    /** Whether it tells anything. */
    public enum State {
        ENABLED,
        /** Somebody has paused it. */
        PAUSED,
        /** The receiver has answered 410: it wants nothing any more. */
        GONE
    }

    /** A new one, which has to be given a secret. */
    static Webhook of(String projectId, Typed typed, String by, Instant at) {
        var webhook = new Webhook();
        webhook.id = UUID.randomUUID();
        webhook.projectId = projectId;
        webhook.take(typed);
        webhook.state = State.ENABLED;
        webhook.createdBy = by;
        webhook.createdAt = at;
        return webhook;
    }

    /** @throws UnknownRecord if the project has none of this id */
    static Webhook of(String projectId, UUID id) {
        return Webhook.<Webhook>find("id = ?1 and projectId = ?2", id, projectId)
                .firstResultOptional()
                .orElseThrow(() -> new UnknownRecord("webhook", id));
    }

    /** Those of a project that want to be told something, always in the same order. */
    static List<Webhook> enabledIn(String projectId) {
        return list("projectId = ?1 and state = ?2 order by id", projectId, State.ENABLED);
    }

    /** All of a project, by name. */
    static List<Webhook> in(String projectId) {
        return list("projectId = ?1 order by lower(name)", projectId);
    }

    /** Those with a secret that does not begin with this mark of the newest key. */
    static List<UUID> idsNotSealedWith(String mark) {
        return getEntityManager()
                .createQuery(
                        "select id from Webhook where secret not like ?1 or previousSecret not like ?1", UUID.class)
                .setParameter(1, mark + "%")
                .getResultList();
    }

    /** Locked and as it is now; empty if it is no more. */
    static Optional<Webhook> findLocked(UUID id) {
        return Webhook.<Webhook>findByIdOptional(id).map(Locked::fresh);
    }

    final void take(Typed typed) {
        name = typed.name();
        address = typed.address();
        events = typed.events().stream().sorted().map(EventType::name).toList();
        edition++;
    }

    /** Gives it a new secret, sealed; for a day the old one signs too. */
    void rotate(String newSecret, Instant now) {
        previousSecret = secret;
        previousUntil = now.plus(CHANGE_OVER);
        secret = newSecret;
    }

    void become(State next) {
        state = next;
    }

    boolean wants(EventType type) {
        return events.contains(type.name());
    }

    /** What signs at a time, sealed, the newest first. */
    List<String> secrets(Instant now) {
        return previousSecret != null && previousUntil != null && now.isBefore(previousUntil)
                ? List.of(secret, previousSecret)
                : List.of(secret);
    }

    Typed typed() {
        var types = EnumSet.noneOf(EventType.class);
        events.forEach(event -> EventType.named(event).ifPresent(types::add));
        return new Typed(name, address, Set.copyOf(types));
    }

    AuditSubject auditSubject() {
        return new AuditSubject("webhook", id.toString(), name);
    }

    public UUID id() {
        return id;
    }

    public String projectId() {
        return projectId;
    }

    public String name() {
        return name;
    }

    public String address() {
        return address;
    }

    public State state() {
        return state;
    }

    public boolean isEnabled() {
        return state == State.ENABLED;
    }

    /** Until when the secret before the present one signs too; null if it doesn't. */
    public @Nullable Instant previousUntil() {
        return previousUntil;
    }

    public int edition() {
        return edition;
    }

    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
