package dev.slipway.engine;

import dev.slipway.execution.Brief;
import dev.slipway.execution.Briefs;
import dev.slipway.execution.StepLog;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.tasktype.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Where a node picks up what there is to do about an attempt. */
@ApplicationScoped
class Desk {

    private final Briefs briefs;
    private final TaskTypes types;
    private final StepLog log;
    private final Clock clock;

    Desk(Briefs briefs, TaskTypes types, StepLog log, Clock clock) {
        this.briefs = briefs;
        this.types = types;
        this.log = log;
        this.clock = clock;
    }

    /** An attempt that a node has a job for. */
    record Case(Brief brief, Assignment assignment) {}

    /** What there is to do about an attempt; empty if its release task was deleted. */
    Optional<Case> take(Attempt attempt) {
        return briefs.find(attempt.stepRun(), attempt.no()).map(this::take);
    }

    /** The same for an attempt of which all is known already. */
    Case take(Brief brief) {
        var task = new Assignment.Task(brief.taskType(), brief.input());
        return new Case(brief, new Assignment(types, task, brief.undoes(), new Tickets(brief, log), clock));
    }

    private record Tickets(Brief brief, StepLog log) implements Assignment.TicketFor {

        @Override
        public <I extends Record> Ticket<I> write(I input) {
            return new Ticket<>(
                    brief.stepRun(),
                    brief.attempt(),
                    release(brief.run()),
                    input,
                    brief.memo(),
                    brief.startedAt(),
                    brief.startedAt().plus(brief.timeLimit()),
                    new AttemptLog(log, brief.stepRun(), brief.attempt()));
        }

        private static Ticket.Release release(Brief.Run run) {
            return new Ticket.Release(
                    run.releaseTaskId(), run.releaseName(), run.no(), run.projectId(), run.regionId(), run.startedBy());
        }
    }
}
