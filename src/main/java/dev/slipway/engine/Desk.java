package dev.slipway.engine;

import dev.slipway.execution.Execution;
import dev.slipway.execution.StepLog;
import dev.slipway.execution.StepRun;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.tasktype.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a node picks up what an attempt needs to know. */
@ApplicationScoped
class Desk {

    private final TaskTypes types;
    private final StepLog log;
    private final Clock clock;

    Desk(TaskTypes types, StepLog log, Clock clock) {
        this.types = types;
        this.log = log;
        this.clock = clock;
    }

    /**
     * An attempt that a node has a job for.
     *
     * @param executionId the execution that it is part of
     * @param atWork false: somebody has terminated it, and what it began is to be cleaned up
     */
    record Case(Attempt attempt, long executionId, Assignment assignment, boolean atWork, About about) {}

    /** What logs, figures and traces say about an attempt: the number of the execution counts those of its release task. */
    record About(
            String release,
            int execution,
            String step,
            int attempt,
            String taskType,
            Instant startedAt,
            @Nullable String traceParent) {}

    /** What there is to do about an attempt; empty if its release task was deleted. */
    @Transactional
    public Optional<Case> take(Attempt attempt) {
        return StepRun.<StepRun>findByIdOptional(attempt.stepRun()).map(step -> take(step, attempt));
    }

    private Case take(StepRun step, Attempt attempt) {
        var execution = Execution.byId(step.executionId());
        var known = step.factsOf(attempt.no());
        var assignment = new Assignment(
                types,
                new Assignment.Task(step.taskType(), step.input()),
                step.undoes(),
                new Tickets(step, known, execution, attempt),
                clock);
        return new Case(
                attempt,
                execution.id(),
                assignment,
                step.isAtWork(attempt.no()),
                new About(
                        execution.releaseName(),
                        execution.no(),
                        step.name(),
                        attempt.no(),
                        step.taskType(),
                        known.startedAt(),
                        execution.traceParent()));
    }

    private class Tickets implements Assignment.TicketFor {

        private final StepRun step;
        private final StepRun.Known known;
        private final Execution execution;
        private final Attempt attempt;

        Tickets(StepRun step, StepRun.Known known, Execution execution, Attempt attempt) {
            this.step = step;
            this.known = known;
            this.execution = execution;
            this.attempt = attempt;
        }

        @Override
        public <I extends Record> Ticket<I> write(I input) {
            return new Ticket<>(
                    step.id(),
                    attempt.no(),
                    release(),
                    input,
                    known.memo(),
                    known.startedAt(),
                    known.startedAt().plus(step.timeLimit()),
                    new AttemptLog(log, step.id(), attempt.no()));
        }

        private Ticket.Release release() {
            return new Ticket.Release(
                    execution.releaseTaskId(),
                    execution.releaseName(),
                    execution.no(),
                    execution.projectId(),
                    execution.regionId(),
                    execution.startedBy());
        }
    }
}
