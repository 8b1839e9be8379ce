package dev.slipway.execution;

/** Code tried a move that the rules don't have; a bug, never a user's mistake. */
class IllegalTransition extends IllegalStateException {

    private static final long serialVersionUID = 1;

    IllegalTransition(Snapshot.Step step, Status next) {
        super("step run %s may not go from %s to %s".formatted(step.id(), step.status(), next));
    }
}
