package dev.slipway.execution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of state that was just made. Whoever observes it does so in the same transaction: what an observer stores is
 * kept only with the change, and what it throws undoes the change.
 *
 * @param execution as it is now
 * @param before the status it had; null: it has just started
 * @param asking the checkpoints that wait for a decision from now on
 */
public record Transition(Execution execution, @Nullable Status before, List<StepRun> asking, Instant at) {}
