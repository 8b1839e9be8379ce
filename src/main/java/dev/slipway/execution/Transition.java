package dev.slipway.execution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of state that was just made. Whoever observes it does so in the same transaction: what an observer stores is
 * kept only with the change, and what it throws undoes the change.
 *
 * @param execution its id
 * @param before the status it had; null: it has just started
 * @param now the status it has
 * @param changeNo counts the changes of the execution
 * @param asking the ids of the checkpoints that wait for a decision from now on
 */
public record Transition(
        long execution,
        String projectId,
        @Nullable Status before,
        Status now,
        long changeNo,
        List<Long> asking,
        Instant at) {}
