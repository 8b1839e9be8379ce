package dev.slipway.execution;

import java.util.Set;

/** What can happen to an execution. */
sealed interface Event {

    /** Someone clicked Execute Now. */
    record Started() implements Event {}

    /** An attempt of a task ended. */
    record Finished(long step, int attempt, boolean succeeded) implements Event {}

    /** A person decided a checkpoint. */
    record Decided(long step, int attempt, boolean agreed) implements Event {}

    /** A person stopped it: running tasks end on their own, nothing new starts, checkpoints that wait are withdrawn. */
    record Stopped() implements Event {}

    /** A person lets a stopped execution go on. */
    record Continued() implements Event {}

    /** A person ends it at once, with whatever runs. */
    record Terminated() implements Event {}

    /** A person retries failed tasks, which are not executed again by now. */
    record Retried(Set<Long> steps) implements Event {}

    /** A person lets the execution go on past a failed task. */
    record Waived(long step) implements Event {}
}
