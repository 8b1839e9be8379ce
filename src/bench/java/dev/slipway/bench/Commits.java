package dev.slipway.bench;

import dev.slipway.execution.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** When changes of executions were committed on this node. */
@ApplicationScoped
class Commits {

    private final Map<Long, NavigableMap<Long, Long>> commits = new ConcurrentHashMap<>();

    void note(@Observes(during = TransactionPhase.AFTER_SUCCESS) Transition transition) {
        of(transition.execution()).put(transition.changeNo(), System.nanoTime());
    }

    /** By the number of the change: the moment, in nanoseconds as {@link System#nanoTime} has them. */
    NavigableMap<Long, Long> of(long execution) {
        return commits.computeIfAbsent(execution, same -> new ConcurrentSkipListMap<>());
    }
}
