package dev.slipway.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/** What waits, as gauges. Every node tells the same, so a dashboard takes the largest and adds nothing up. */
@Singleton
class BacklogMetrics implements MeterBinder {

    private final BacklogReader reader;

    BacklogMetrics(BacklogReader reader) {
        this.reader = reader;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("slipway.queue.due", "Tasks that could be worked on, and no node does", Backlog::due)
                .register(registry);
        gauge("slipway.queue.taken", "Tasks that nodes are working on", Backlog::taken)
                .register(registry);
        gauge("slipway.queue.oldest", "How long ago the oldest due task was due", Backlog::oldestSeconds)
                .baseUnit("seconds")
                .register(registry);
        gauge("slipway.webhook.outbox", "Deliveries of webhooks that are still to be sent", Backlog::outbox)
                .register(registry);
        for (var status : Backlog.ACTIVE) {
            gauge("slipway.executions", "Active executions by status", backlog -> backlog.executions(status))
                    .tag("status", status.key())
                    .register(registry);
        }
        for (int age = 0; age < Backlog.AGES.size(); age++) {
            var index = age;
            gauge(
                            "slipway.decisions.waiting",
                            "Checkpoints that wait for a decision, by how long they have",
                            backlog -> backlog.decisions().get(index))
                    .tag("age", Backlog.AGES.get(age))
                    .register(registry);
        }
    }

    private Gauge.Builder<BacklogReader> gauge(String name, String what, ToDoubleFunction<Backlog> value) {
        return Gauge.builder(name, reader, from -> value.applyAsDouble(from.read()))
                .strongReference(true)
                .description(what + ", in all of Slipway");
    }
}
