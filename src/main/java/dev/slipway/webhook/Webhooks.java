package dev.slipway.webhook;

import dev.slipway.audit.AuditTrail;
import dev.slipway.project.Actor;
import dev.slipway.project.Conflict;
import dev.slipway.project.Locked;
import dev.slipway.project.Permission;
import dev.slipway.project.Project;
import dev.slipway.project.UnknownRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** The one door through which webhooks come, change and go; for administrators of their project. */
@ApplicationScoped
public class Webhooks {

    /** Each of them makes every change of state a little longer. */
    static final int MOST = 20;

    private final WebhookRules rules;
    private final CloudEvents events;
    private final Outbox outbox;
    private final Couriers couriers;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final Clock clock;

    Webhooks(
            WebhookRules rules,
            CloudEvents events,
            Outbox outbox,
            Couriers couriers,
            Secrets secrets,
            AuditTrail audit,
            Clock clock) {
        this.rules = rules;
        this.events = events;
        this.outbox = outbox;
        this.couriers = couriers;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A webhook with the secret that nobody is shown again.
     *
     * @param secret what the receiver needs to check signatures
     */
    public record Issued(UUID id, String name, String secret) {}

    /**
     * Creates one, which tells what happens from now on.
     *
     * @throws InvalidWebhook if something is wrong with it
     * @throws Conflict if the project has as many as it may have
     */
    public Issued create(Actor actor, String project, Typed typed) {
        permit(actor, project);
        // Looks the address up, for which no transaction should wait.
        rules.check(typed);
        return QuarkusTransaction.joiningExisting().call(() -> store(actor, project, typed));
    }

    private Issued store(Actor actor, String projectId, Typed typed) {
        Locked.fresh(Project.byId(projectId));
        if (Webhook.in(projectId).size() >= MOST) {
            throw new Conflict("A project can have %d webhooks. Delete one that nobody needs.".formatted(MOST));
        }
        var webhook = Webhook.of(projectId, typed, actor.displayName(), clock.instant());
        var secret = secrets.give(webhook);
        webhook.persist();
        rules.store(typed);
        couriers.employ(webhook.id());
        record(actor, webhook, "webhook_created", typed.facts());
        return new Issued(webhook.id(), webhook.name(), secret);
    }

    /**
     * Changes name, address and events. What is still to be sent goes to the new address.
     *
     * @param known the edition that the actor has seen
     * @throws InvalidWebhook if something is wrong with it
     * @throws Conflict if somebody else has saved since
     */
    public void edit(Actor actor, String project, UUID id, Typed typed, int known) {
        permit(actor, project);
        rules.check(typed);
        QuarkusTransaction.joiningExisting().run(() -> {
            var webhook = locked(project, id);
            if (webhook.edition() != known) {
                throw new Conflict("Somebody else has changed %s meanwhile. Load the form again to see how."
                        .formatted(webhook.name()));
            }
            var changes = webhook.typed().changesTo(typed);
            webhook.take(typed);
            rules.store(typed);
            record(actor, webhook, "webhook_edited", changes);
        });
    }

    /** Lets it tell nothing until it is enabled again. What is still to be sent waits, for as long as it is tried at all. */
    @Transactional
    public void pause(Actor actor, String project, UUID id) {
        permit(actor, project);
        var webhook = locked(project, id);
        if (webhook.isEnabled()) {
            webhook.become(Webhook.State.PAUSED);
            record(actor, webhook, "webhook_paused", Map.of());
        }
    }

    /** Lets it tell what happens from now on, and what was still to be sent. */
    @Transactional
    public void enable(Actor actor, String project, UUID id) {
        permit(actor, project);
        var webhook = locked(project, id);
        if (!webhook.isEnabled()) {
            webhook.become(Webhook.State.ENABLED);
            Webhook.flush();
            couriers.wake(id);
            record(actor, webhook, "webhook_enabled", Map.of());
        }
    }

    /** Gives it a new secret; for a day the one before signs too. */
    @Transactional
    public Issued rotate(Actor actor, String project, UUID id) {
        permit(actor, project);
        var webhook = locked(project, id);
        var secret = secrets.rotate(webhook, clock.instant());
        record(actor, webhook, "webhook_secret_rotated", Map.of());
        return new Issued(id, webhook.name(), secret);
    }

    /** Deletes it with its log. */
    @Transactional
    public void delete(Actor actor, String project, UUID id) {
        permit(actor, project);
        var webhook = locked(project, id);
        record(actor, webhook, "webhook_deleted", webhook.typed().facts());
        webhook.delete();
        Webhook.flush();
        // It finds no webhook any more, and ends.
        couriers.wake(id);
    }

    /**
     * Sends an event that says nothing, whatever events the webhook is about.
     *
     * @throws Conflict if it is not enabled
     */
    @Transactional
    public void test(Actor actor, String project, UUID id) {
        permit(actor, project);
        var webhook = enabled(project, id);
        var now = clock.instant();
        outbox.put(
                webhook, events.test(Project.byId(project), webhook.name(), now).event(), now);
        record(actor, webhook, "webhook_tested", Map.of());
    }

    /**
     * Sends something once more, or at once if it waits to be tried again.
     *
     * @throws Conflict if the webhook is not enabled
     */
    @Transactional
    public void resend(Actor actor, String project, UUID id, long deliveryId) {
        permit(actor, project);
        var webhook = enabled(project, id);
        var delivery = Locked.fresh(Delivery.of(id, deliveryId));
        var now = clock.instant();
        if (delivery.isPending()) {
            delivery.dueAt(now);
            outbox.put(delivery);
        } else {
            outbox.put(delivery.again(now));
        }
        record(
                actor,
                webhook,
                "webhook_resent",
                Map.of(
                        "event",
                        delivery.type(),
                        "subject",
                        delivery.subject(),
                        "id",
                        delivery.eventId().toString()));
    }

    private static Webhook enabled(String project, UUID id) {
        var webhook = Webhook.of(project, id);
        if (!webhook.isEnabled()) {
            throw new Conflict("%s sends nothing now. Enable it first.".formatted(webhook.name()));
        }
        return webhook;
    }

    private static Webhook locked(String project, UUID id) {
        return Locked.fresh(Webhook.of(project, id));
    }

    /** @throws UnknownRecord if the project is none of the actor's business */
    static void permit(Actor actor, String project) {
        if (!actor.isMemberOf(project)) {
            throw new UnknownRecord("project", project);
        }
        actor.require(project, Permission.ADMINISTER);
    }

    private void record(Actor actor, Webhook webhook, String kind, Map<String, Object> detail) {
        audit.record(actor.username(), webhook.projectId(), kind, webhook.auditSubject(), detail);
    }
}
