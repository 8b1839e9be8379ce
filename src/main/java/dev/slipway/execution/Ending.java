package dev.slipway.execution;

import dev.slipway.audit.AuditTrail;
import java.util.Map;

/**
 * The end of an attempt, as it is reported.
 *
 * @param done the attempt
 * @param job the job in whose course it ended
 */
public record Ending(Brief done, Executions.Report report, RunningJob job) {

    /** The id of the execution that the attempt belongs to. */
    public long execution() {
        return done.run().id();
    }

    /** How the audit trail tells it. */
    AuditTrail.Deed deed(Standing standing) {
        return new AuditTrail.Deed(
                AuditTrail.SLIPWAY,
                standing.run().projectId(),
                report.succeeded() ? "task_succeeded" : "task_failed",
                standing.auditSubject(),
                Map.of(
                        "task",
                        done.displayName(),
                        "attempt",
                        done.attempt(),
                        "message",
                        Storable.text(report.message())));
    }
}
