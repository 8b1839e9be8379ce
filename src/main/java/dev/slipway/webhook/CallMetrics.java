package dev.slipway.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** How long receivers take to answer, and whether they take what they get. */
@ApplicationScoped
class CallMetrics {

    private final MeterRegistry registry;

    CallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void begin(@Observes StartupEvent started) {
        timer(true);
        timer(false);
    }

    void called(Delivery.Attempt attempt) {
        timer(attempt.isSuccess()).record(attempt.duration());
    }

    private Timer timer(boolean delivered) {
        return Timer.builder("slipway.webhook.calls")
                .description("Calls of receivers of webhooks by this node")
                .tag("outcome", delivered ? "delivered" : "failed")
                .register(registry);
    }
}
