package dev.slipway.webhook;

import static java.util.Objects.requireNonNull;

import dev.slipway.net.Post;
import dev.slipway.project.UnknownRecord;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event for one receiver: what is to be sent, and what came of it so far. */
@Entity
@Table(name = "webhook_delivery")
public class Delivery extends PanacheEntityBase {

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(name = "webhook_id", updatable = false)
    UUID webhookId;

    @Column(name = "event_id", updatable = false)
    UUID eventId;

    @Column(updatable = false)
    String type;

    @Column(updatable = false)
    String subject;

    @Column(updatable = false)
    String body;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    int attempts;

    @Column(name = "attempted_at")
    @Nullable
    Instant attemptedAt;

    @Column(name = "duration_ms")
    @Nullable
    Integer durationMs;

    @Nullable
    Integer status;

    @Nullable
    String answer;

    protected Delivery() {}

    /** Where it stands. */
    public enum State {
        PENDING,
        DELIVERED,
        GIVEN_UP
    }

    static Delivery of(UUID webhook, CloudEvent event, String body, Instant at) {
        var delivery = new Delivery();
        delivery.webhookId = webhook;
        delivery.eventId = UUID.fromString(event.id());
        delivery.type = event.type();
        delivery.subject = event.subject();
        delivery.body = body;
        delivery.begin(at);
        return delivery;
    }

    /** The same event once more. */
    Delivery again(Instant at) {
        var delivery = new Delivery();
        delivery.webhookId = webhookId;
        delivery.eventId = eventId;
        delivery.type = type;
        delivery.subject = subject;
        delivery.body = body;
        delivery.begin(at);
        return delivery;
    }

    private void begin(Instant at) {
        createdAt = at;
        dueAt = at;
        state = State.PENDING;
    }

    /** @throws UnknownRecord if the webhook has none of this id */
    static Delivery of(UUID webhook, long id) {
        return Delivery.<Delivery>find("id = ?1 and webhookId = ?2", id, webhook)
                .firstResultOptional()
                .orElseThrow(() -> new UnknownRecord("delivery", id));
    }

    /** What a receiver gets next, of what is due by now. */
    static Optional<Delivery> due(UUID webhook, Instant now) {
        return Delivery.<Delivery>find(
                        "webhookId = ?1 and state = PENDING and dueAt <= ?2 order by dueAt, id", webhook, now)
                .firstResultOptional();
    }

    /** When a receiver gets something next; empty if there is nothing to be sent. */
    static Optional<Instant> nextDue(UUID webhook) {
        return Optional.ofNullable(getEntityManager()
                .createQuery("select min(dueAt) from Delivery where webhookId = ?1 and state = PENDING", Instant.class)
                .setParameter(1, webhook)
                .getSingleResult());
    }

    /** Those of a webhook, newest first, from a point in its log on. */
    static List<Delivery> log(UUID webhook, LogCursor from, int most) {
        return Delivery.<Delivery>find(
                        "webhookId = ?1 and (createdAt, id) < (?2, ?3) order by createdAt desc, id desc",
                        webhook,
                        from.at(),
                        from.id())
                .page(0, most)
                .list();
    }

    /** How an attempt went, between two moments. */
    record Attempt(Instant begun, Instant ended, @Nullable Integer status, String answer) {

        boolean isSuccess() {
            return status != null && status / 100 == 2;
        }

        Duration duration() {
            return Duration.between(begun, ended);
        }
    }

    void attempted(Attempt attempt) {
        attempts++;
        attemptedAt = attempt.begun();
        durationMs = Math.toIntExact(attempt.duration().toMillis());
        status = attempt.status();
        answer = attempt.answer().substring(0, Math.min(attempt.answer().length(), Post.LONGEST_ANSWER));
    }

    void end(State how) {
        state = how;
        dueAt = null;
    }

    void dueAt(Instant when) {
        dueAt = when;
    }

    public long id() {
        return requireNonNull(id);
    }

    public UUID eventId() {
        return eventId;
    }

    public String type() {
        return type;
    }

    /** The type without what all types begin with. */
    public String shortType() {
        return type.startsWith(EventType.PREFIX) ? type.substring(EventType.PREFIX.length()) : type;
    }

    public String subject() {
        return subject;
    }

    String body() {
        return body;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public State state() {
        return state;
    }

    public boolean isPending() {
        return state == State.PENDING;
    }

    /** When it is sent next; null if it isn't. */
    public @Nullable Instant dueAt() {
        return dueAt;
    }

    public int attempts() {
        return attempts;
    }

    /** How long the last attempt took. */
    public @Nullable Duration duration() {
        return durationMs == null ? null : Duration.ofMillis(durationMs);
    }

    /** What the receiver answered last; null if it did not. */
    public @Nullable Integer status() {
        return status;
    }

    /** The beginning of the last answer, or why there was none. */
    public @Nullable String answer() {
        return answer;
    }
}
