package dev.slipway.engine;

import dev.slipway.execution.Execution;
import dev.slipway.execution.StepLog;
import dev.slipway.execution.StepRun;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.tasktype.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

    /** The work of an attempt; empty if the attempt is no longer at work, so that there is nothing to do. */
    @Transactional
    public Optional<Assignment> take(Attempt attempt) {
        return StepRun.<StepRun>findByIdOptional(attempt.stepRun())
                .filter(step -> step.isAtWork(attempt.no()))
                .map(this::assignment);
    }

    private Assignment assignment(StepRun step) {
        var execution = Execution.byId(step.executionId());
        return new Assignment(types, step.taskType(), step.input(), new Tickets(step, execution), clock);
    }

    private class Tickets implements Assignment.TicketFor {

        private final StepRun step;
        private final Execution execution;

        Tickets(StepRun step, Execution execution) {
            this.step = step;
            this.execution = execution;
        }

        @Override
        public <I extends Record> Ticket<I> write(I input) {
            var startedAt = Objects.requireNonNull(step.startedAt());
            var memo = step.memo();
            return new Ticket<>(
                    step.id(),
                    step.attempt(),
                    release(),
                    input,
                    memo == null ? Map.of() : memo,
                    startedAt,
                    startedAt.plus(step.timeLimit()),
                    new AttemptLog(log, step.id(), step.attempt()));
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
