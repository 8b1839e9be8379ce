package dev.slipway.webhook;

import dev.slipway.net.AddressRules;
import dev.slipway.net.Post;
import dev.slipway.net.RefusedCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Brings deliveries to their receivers. What was sent and not yet recorded when a node dies is sent again, under the same
 * id.
 */
@ApplicationScoped
public class Delivering {

    /** After so long it is the turn of other receivers, if there are more of them than threads. */
    private static final Duration TURN = Duration.ofSeconds(30);

    private final Deliveries deliveries;
    private final Post post;
    private final AddressRules rules;
    private final Duration limit;
    private final CallMetrics metrics;
    private final Clock clock;

    Delivering(Deliveries deliveries, Post post, WebhookConfig config, CallMetrics metrics, Clock clock) {
        this.deliveries = deliveries;
        this.post = post;
        this.rules = AddressRules.of(config.allowedNetworks(), "slipway.webhook.allowed-networks");
        this.limit = config.timeLimit();
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Sends what is due to one receiver, in the order in which it happened. One that is in trouble loses its turn.
     *
     * @param stops whether to leave the rest to others
     */
    public void work(UUID webhook, BooleanSupplier stops) {
        var end = clock.instant().plus(TURN);
        var next = deliveries.next(webhook);
        while (next.isPresent()) {
            var attempt = send(next.get());
            deliveries.settle(webhook, next.get(), attempt);
            metrics.called(attempt);
            var goesOn = attempt.isSuccess() && attempt.ended().isBefore(end) && !stops.getAsBoolean();
            next = goesOn ? deliveries.next(webhook) : Optional.empty();
        }
    }

    /** When to work again, as part of the transaction that ends the work; empty: never. */
    @Transactional(TxType.MANDATORY)
    public Optional<Instant> nextLook(UUID webhook) {
        return deliveries.nextLook(webhook);
    }

    /** @throws RefusedCall if an address may not be called, or is none */
    void check(String address) {
        post.check(address, rules);
    }

    private Delivery.Attempt send(Deliveries.Parcel parcel) {
        var begun = clock.instant();
        try {
            var answer = post.send(letter(parcel, begun), rules, limit);
            return new Delivery.Attempt(begun, clock.instant(), answer.status(), answer.beginning());
        } catch (RefusedCall refused) {
            return new Delivery.Attempt(begun, clock.instant(), null, String.valueOf(refused.getMessage()));
        }
    }

    private static Post.Letter letter(Deliveries.Parcel parcel, Instant at) {
        return new Post.Letter(
                parcel.address(),
                Map.of(
                        "Content-Type",
                        CloudEvent.MEDIA_TYPE,
                        "User-Agent",
                        "Slipway",
                        "webhook-id",
                        parcel.eventId(),
                        "webhook-timestamp",
                        String.valueOf(at.getEpochSecond()),
                        "webhook-signature",
                        Signature.of(parcel.secrets(), parcel.eventId(), at, parcel.body())),
                parcel.body());
    }
}
