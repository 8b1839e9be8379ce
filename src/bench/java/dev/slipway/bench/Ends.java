package dev.slipway.bench;

import dev.slipway.execution.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** When executions ended, as committed on this node. */
@ApplicationScoped
class Ends {

    private final Map<Long, CompletableFuture<Long>> ends = new ConcurrentHashMap<>();

    void note(@Observes(during = TransactionPhase.AFTER_SUCCESS) Transition transition) {
        if (!transition.now().isActive()) {
            of(transition.execution()).complete(System.nanoTime());
        }
    }

    /** The moment, in nanoseconds as {@link System#nanoTime} has them, at which the end of an execution was committed. */
    CompletableFuture<Long> of(long execution) {
        return ends.computeIfAbsent(execution, same -> new CompletableFuture<>());
    }
}
