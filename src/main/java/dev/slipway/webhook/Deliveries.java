package dev.slipway.webhook;

import dev.slipway.audit.AuditTrail;
import dev.slipway.project.Locked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What couriers ask and report, each in a transaction of its own: nothing is locked while a receiver is called. */
@ApplicationScoped
class Deliveries {

    private static final int GONE = 410;

    /** A courier with nothing to do looks all the same, at this distance. */
    private static final Duration IDLE = Duration.ofHours(1);

    private final EntityManager database;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final WebhookConfig config;
    private final Clock clock;

    Deliveries(EntityManager database, Secrets secrets, AuditTrail audit, WebhookConfig config, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** Something to be sent now, and the secrets to sign it with. */
    record Parcel(long delivery, int attempts, String address, List<String> secrets, String eventId, String body) {}

    /** What a receiver gets next; empty if nothing is due, or the webhook tells nothing. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Parcel> next(UUID id) {
        var now = clock.instant();
        return Webhook.<Webhook>findByIdOptional(id).filter(Webhook::isEnabled).flatMap(webhook -> Delivery.due(id, now)
                .map(due -> parcel(webhook, due, now)));
    }

    private Parcel parcel(Webhook webhook, Delivery due, Instant now) {
        return new Parcel(
                due.id(),
                due.attempts(),
                webhook.address(),
                secrets.signing(webhook, now),
                due.eventId().toString(),
                due.body());
    }

    /** Takes what an attempt came to, unless somebody else was at it meanwhile. */
    @Transactional(TxType.REQUIRES_NEW)
    void settle(UUID webhookId, Parcel parcel, Delivery.Attempt attempt) {
        var webhook = Webhook.findLocked(webhookId);
        var delivery = Delivery.<Delivery>findByIdOptional(parcel.delivery())
                .map(Locked::fresh)
                .filter(found -> found.isPending() && found.attempts() == parcel.attempts());
        if (webhook.isPresent() && delivery.isPresent()) {
            delivery.get().attempted(attempt);
            settle(webhook.get(), delivery.get(), attempt);
        }
    }

    private void settle(Webhook webhook, Delivery delivery, Delivery.Attempt attempt) {
        if (attempt.isSuccess()) {
            delivery.end(Delivery.State.DELIVERED);
        } else if (attempt.status() != null && attempt.status() == GONE) {
            delivery.end(Delivery.State.GIVEN_UP);
            disable(webhook);
        } else {
            tryLater(delivery, attempt.ended());
        }
    }

    private void tryLater(Delivery delivery, Instant now) {
        var chance = ThreadLocalRandom.current().nextDouble();
        var again = now.plus(new Backoff(config.retryAfter()).pause(delivery.attempts(), chance));
        if (again.isAfter(delivery.createdAt().plus(config.retryFor()))) {
            delivery.end(Delivery.State.GIVEN_UP);
        } else {
            delivery.dueAt(again);
        }
    }

    private void disable(Webhook webhook) {
        if (webhook.isEnabled()) {
            webhook.become(Webhook.State.GONE);
            audit.record(
                    AuditTrail.SLIPWAY,
                    webhook.projectId(),
                    "webhook_disabled",
                    webhook.auditSubject(),
                    Map.of("answer", "410 Gone"));
        }
    }

    /**
     * When the courier of a webhook has to look again; empty if there is no such webhook any more.
     *
     * <p>The lock waits for everybody who is putting something in, because a delivery refers to its webhook. So what they
     * put in is seen here, or they find a courier who has already gone, and wake it.
     */
    @Transactional(TxType.MANDATORY)
    Optional<Instant> nextLook(UUID id) {
        var states = database.createNativeQuery("select state from webhook where id = ?1 for update", String.class)
                .setParameter(1, id)
                .getResultList();
        if (states.isEmpty()) {
            return Optional.empty();
        }
        var idle = clock.instant().plus(IDLE);
        return states.contains(Webhook.State.ENABLED.name())
                ? Delivery.nextDue(id).or(() -> Optional.of(idle))
                : Optional.of(idle);
    }
}
