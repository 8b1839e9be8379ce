package dev.slipway.engine;

import dev.slipway.execution.Brief;
import dev.slipway.execution.Ending;
import dev.slipway.execution.Executions;
import dev.slipway.tasktype.Outcome;
import dev.slipway.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Does the work of an attempt, outside any transaction, and says what it came to: that, the state that follows from it, and
 * what becomes of the job are one transaction.
 */
@ApplicationScoped
class Worker {

    private final Executions executions;
    private final Reports reports;
    private final WorkMetrics metrics;
    private final Traces traces;
    private final Clock clock;

    Worker(Executions executions, Reports reports, WorkMetrics metrics, Traces traces, Clock clock) {
        this.executions = executions;
        this.reports = reports;
        this.metrics = metrics;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * Does the next piece of work.
     *
     * @param failuresSoFar how often in a row it ended in an unexpected error
     * @return empty if somebody has terminated the attempt: then it is cleaned up
     */
    Optional<Outcome> perform(Desk.Case found, int failuresSoFar) {
        return LogLabels.around(
                found.brief(), () -> traces.within(part(found.brief()), () -> doIt(found, failuresSoFar)));
    }

    private static Traces.Part part(Brief about) {
        return new Traces.Part(
                about.run().traceParent(),
                "task " + about.taskType(),
                Map.of(
                        "slipway.release",
                        about.run().releaseName(),
                        "slipway.execution",
                        String.valueOf(about.run().no()),
                        "slipway.step",
                        about.name(),
                        "slipway.attempt",
                        String.valueOf(about.attempt())));
    }

    private Optional<Outcome> doIt(Desk.Case found, int failuresSoFar) {
        var begun = System.nanoTime();
        try {
            if (found.brief().atWork()) {
                return Optional.of(found.assignment().perform(failuresSoFar));
            }
            found.assignment().cleanUp();
            return Optional.empty();
        } finally {
            metrics.worked(found.brief().taskType(), Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /**
     * Reports the end of an attempt.
     *
     * @throws dev.slipway.execution.LostJob if somebody else has the job by now; then nothing is changed
     */
    Executions.Reported report(Brief done, Outcome outcome, Hold hold) {
        var report = report(outcome);
        var reported = LogLabels.around(done, () -> reports.report(new Ending(done, report, hold.job())));
        if (reported.taken()) {
            metrics.ended(done.taskType(), report.succeeded(), Duration.between(done.startedAt(), clock.instant()));
        }
        return reported;
    }

    private static Executions.Report report(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded done) {
            return new Executions.Report(true, done.said(), done.output(), done.undo(), done.recording());
        }
        var failed = (Outcome.Failed) outcome;
        return new Executions.Report(false, failed.why(), Map.of(), Map.of(), failed.recording());
    }

    /**
     * Takes down what an attempt at work does, in the caller's transaction.
     *
     * @return false if it is at work no more
     */
    boolean note(Brief doing, Outcome.LookAgain again) {
        return executions.note(doing.stepRun(), doing.attempt(), again.what(), again.memo());
    }
}
