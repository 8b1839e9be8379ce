package dev.slipway.engine;

import dev.slipway.execution.Ending;
import dev.slipway.execution.Executions;
import dev.slipway.execution.Executions.Reported;
import dev.slipway.tasktype.Outcome;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where threads hand in the ends of attempts. Those that come while others are being written down wait for them, and are then
 * written down together, in one transaction: a commit costs as much for one as for many. Each end is fenced by itself all the
 * same, and what can't be written with the others is written by itself.
 *
 * <p>One thread writes at a time. A second one could work while the first waits for the disk, but then each has half as much to
 * write, and a step costs a quarter more.
 */
@ApplicationScoped
class Reports {

    private static final Logger LOG = Logger.getLogger(Reports.class);

    private final Executions executions;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean writing;

    Reports(Executions executions) {
        this.executions = executions;
    }

    /**
     * Reports the end of an attempt, and returns when that is committed.
     *
     * @throws dev.slipway.execution.LostJob if somebody else has its job by now; then nothing is changed
     */
    Reported report(Ending ending) {
        // What is recorded elsewhere is recorded once, and may take its time.
        var together = ending.report().recording() == Outcome.NOTHING
                ? together(new Waiting(ending))
                : Optional.<Reported>empty();
        return together.orElseGet(() -> QuarkusTransaction.requiringNew().call(() -> executions.report(ending)));
    }

    /** An end whose thread waits, until it is its turn to write (true), or somebody else has written for it. */
    private static final class Waiting {

        private final Ending ending;
        private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
        private @Nullable Reported reported;

        private Waiting(Ending ending) {
            this.ending = ending;
        }

        private void written(@Nullable Reported as) {
            reported = as;
            turn.complete(false);
        }
    }

    /** Empty if it is to be reported by itself. */
    private Optional<Reported> together(Waiting mine) {
        queue(mine);
        if (mine.turn.join()) {
            var batch = batch(mine);
            var reported = Map.<Long, Reported>of();
            try {
                reported = write(batch.values().stream().map(one -> one.ending).toList());
            } finally {
                handOver();
                for (var one : batch.values()) {
                    one.written(reported.get(one.ending.execution()));
                }
            }
        }
        return Optional.ofNullable(mine.reported);
    }

    private synchronized void queue(Waiting mine) {
        if (writing) {
            waiting.add(mine);
        } else {
            writing = true;
            mine.turn.complete(true);
        }
    }

    /** Whatever waits by now, but no two ends of an execution: how it stands after the first is not known yet. */
    private synchronized Map<Long, Waiting> batch(Waiting mine) {
        var batch = new LinkedHashMap<Long, Waiting>();
        batch.put(mine.ending.execution(), mine);
        waiting.removeIf(other -> batch.putIfAbsent(other.ending.execution(), other) == null);
        return batch;
    }

    private Map<Long, Reported> write(List<Ending> endings) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> executions.reportTogether(endings));
        } catch (RuntimeException oneIsWrong) {
            // Whose it is shows when each is reported by itself.
            LOG.debugf(oneIsWrong, "The ends of %d attempts can't be written down together", endings.size());
            return Map.of();
        }
    }

    private synchronized void handOver() {
        var next = waiting.poll();
        if (next == null) {
            writing = false;
        } else {
            next.turn.complete(true);
        }
    }
}
