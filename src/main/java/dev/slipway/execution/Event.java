package dev.slipway.execution;

/** What can happen to an execution. */
sealed interface Event {

    /** Someone clicked Execute Now. */
    record Started() implements Event {}

    /** An attempt of a task ended. */
    record Finished(long step, int attempt, boolean succeeded) implements Event {}

    /** A person decided a checkpoint. */
    record Decided(long step, int attempt, boolean agreed) implements Event {}
}
