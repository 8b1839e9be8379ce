package dev.slipway.execution;

import dev.slipway.project.Conflict;

/** A checkpoint was decided before; the first decision stands. */
public class AlreadyDecided extends Conflict {

    private static final long serialVersionUID = 1;

    private final transient Decision decision;

    AlreadyDecided(Decision decision) {
        super("Already decided by %s at %s.".formatted(decision.displayName(), decision.decidedAt()));
        this.decision = decision;
    }

    /** The decision that stands. */
    public Decision decision() {
        return decision;
    }
}
