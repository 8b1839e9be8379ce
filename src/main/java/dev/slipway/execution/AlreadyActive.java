package dev.slipway.execution;

import dev.slipway.project.Conflict;

/** A release task can't be executed, edited or deleted while one of its executions is active. */
public class AlreadyActive extends Conflict {

    private static final long serialVersionUID = 1;

    private final int no;
    private final String reason;

    AlreadyActive(Execution active) {
        super("Execution %d of %s, started by %s, is still active (%s). Wait until it has ended."
                .formatted(
                        active.no(),
                        active.releaseName(),
                        active.startedBy(),
                        active.status().english()));
        this.no = active.no();
        this.reason = "Execution %d, started by %s, was still active (%s)."
                .formatted(active.no(), active.startedBy(), active.status().english());
    }

    /** Why something was not done at that time, to be read later. */
    public String reason() {
        return reason;
    }

    /** The number of the active execution. */
    public int no() {
        return no;
    }
}
