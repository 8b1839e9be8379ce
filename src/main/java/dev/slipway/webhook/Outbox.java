package dev.slipway.webhook;

import dev.slipway.execution.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;

/** Writes down what is to be sent, in the transaction of what happened: both are kept, or neither. */
@ApplicationScoped
class Outbox {

    private final CloudEvents events;
    private final Couriers couriers;

    Outbox(CloudEvents events, Couriers couriers) {
        this.events = events;
        this.couriers = couriers;
    }

    /** Notes a change of state for everybody who wants to be told. */
    @Transactional(TxType.MANDATORY)
    void note(@Observes Transition transition) {
        // Most changes are told to nobody: a task follows another.
        if (!CloudEvents.tells(transition)) {
            return;
        }
        var webhooks = Webhook.enabledIn(transition.projectId());
        if (webhooks.isEmpty()) {
            return;
        }
        var happened = events.of(transition);
        for (var webhook : webhooks) {
            happened.stream()
                    .filter(told -> webhook.wants(told.type()))
                    .forEach(told -> put(webhook, told.event(), transition.at()));
        }
    }

    /** Puts one event in for one receiver. */
    @Transactional(TxType.MANDATORY)
    void put(Webhook webhook, CloudEvent event, Instant at) {
        put(Delivery.of(webhook.id(), event, CloudEvents.body(event), at));
    }

    /** Puts something in. It is stored before the courier is looked at, who may be about to go: see {@link Deliveries}. */
    @Transactional(TxType.MANDATORY)
    void put(Delivery delivery) {
        delivery.persistAndFlush();
        couriers.wake(delivery.webhookId);
    }
}
