package dev.slipway.execution;

import dev.slipway.project.Conflict;

/** A decision came for a task that waits for none. */
public class NotWaiting extends Conflict {

    private static final long serialVersionUID = 1;

    NotWaiting(StepRun step) {
        super("%s does not wait for a decision: it is %s."
                .formatted(step.displayName(), step.status().english()));
    }
}
