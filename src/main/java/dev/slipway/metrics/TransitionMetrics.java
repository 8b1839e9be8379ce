package dev.slipway.metrics;

import dev.slipway.execution.Status;
import dev.slipway.execution.Transition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Arrays;
import java.util.stream.Stream;

/** Counts what happens to executions on this node, once it is committed. */
@ApplicationScoped
class TransitionMetrics {

    private static final String STARTED = "started";
    // Something happened inside an execution that is where it was.
    private static final String STEP = "step";

    private final MeterRegistry registry;

    TransitionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void begin(@Observes StartupEvent started) {
        Stream.concat(Stream.of(STARTED, STEP), Arrays.stream(Status.values()).map(Status::key))
                .forEach(this::counter);
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Transition transition) {
        counter(kind(transition)).increment();
    }

    private static String kind(Transition transition) {
        var status = transition.now();
        if (transition.before() == null) {
            return STARTED;
        }
        return status == transition.before() ? STEP : status.key();
    }

    private Counter counter(String kind) {
        return Counter.builder("slipway.transitions")
                .description("What happened to executions on this node: the status they went to, or step")
                .tag("kind", kind)
                .register(registry);
    }
}
