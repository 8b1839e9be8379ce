package dev.slipway.engine;

import dev.slipway.catalog.MissingPart;
import dev.slipway.target.TargetProblem;
import dev.slipway.target.Unavailable;
import dev.slipway.tasktype.InvalidInput;
import dev.slipway.tasktype.Outcome;
import dev.slipway.tasktype.TaskType;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.tasktype.Ticket;
import dev.slipway.tasktype.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One attempt in the hands of a node.
 *
 * @param undoes what it undoes; null if it goes forward
 */
record Assignment(TaskTypes types, Task task, @Nullable Map<String, Object> undoes, TicketFor ticketFor, Clock clock) {

    private static final Logger LOG = Logger.getLogger(Assignment.class);

    // A database or network that is away for a moment comes back; a bug doesn't.
    private static final int UNEXPECTED_ERRORS = 6;

    /** A task type and what it is given. */
    record Task(String type, Map<String, Object> input) {}

    /** Writes the ticket once the input has been read. */
    interface TicketFor {
        <I extends Record> Ticket<I> write(I input);
    }

    /**
     * Does the next piece of work.
     *
     * @param failuresSoFar how often in a row it ended in an unexpected error
     */
    Outcome perform(int failuresSoFar) {
        try {
            return types.byId(task.type()) instanceof Work<?> work
                    ? perform(work, failuresSoFar)
                    : new Outcome.Failed("A task of type %s can't be run.".formatted(task.type()));
        } catch (InvalidInput invalid) {
            return new Outcome.Failed("The input of the task is not valid: %s.".formatted(invalid.getMessage()));
        }
    }

    /** Ends what an attempt still does that somebody has terminated. */
    void cleanUp() {
        if (types.byId(task.type()) instanceof Work<?> work) {
            cleanUp(work);
        }
    }

    private <I extends Record> void cleanUp(Work<I> work) {
        abandon(Deed.of(work, undoes), ticketFor.write(read(work)));
    }

    private <I extends Record> Outcome perform(Work<I> work, int failuresSoFar) {
        var deed = Deed.of(work, undoes);
        Ticket<I> ticket = ticketFor.write(read(work));
        try {
            return clock.instant().isBefore(ticket.deadline()) ? run(deed, ticket) : timeOut(deed, ticket);
        } catch (RuntimeException unexpected) {
            if (failuresSoFar + 1 < UNEXPECTED_ERRORS) {
                throw unexpected;
            }
            return giveUp(deed, ticket, unexpected);
        }
    }

    private <I extends Record> Outcome run(Deed<I> deed, Ticket<I> ticket) {
        try {
            var outcome = deed.run(ticket);
            return outcome instanceof Outcome.LookAgain again
                    ? untilDeadline(Patience.regained(again), ticket)
                    : outcome;
        } catch (Unavailable away) {
            return untilDeadline(Patience.after(away, ticket.memo()), ticket);
        } catch (TargetProblem | MissingPart problem) {
            abandon(deed, ticket);
            return new Outcome.Failed(String.valueOf(problem.getMessage()));
        }
    }

    /** Whatever a task waits for, its time limit is looked at when it passes. */
    private Outcome untilDeadline(Outcome.LookAgain again, Ticket<?> ticket) {
        var left = Duration.between(clock.instant(), ticket.deadline());
        return again.in().compareTo(left) <= 0 ? again : new Outcome.LookAgain(left, again.what(), again.memo());
    }

    private static <I extends Record> Outcome timeOut(Deed<I> deed, Ticket<I> ticket) {
        abandon(deed, ticket);
        return new Outcome.Failed("It was not done within its time limit of %s."
                .formatted(inWords(Duration.between(ticket.startedAt(), ticket.deadline()))));
    }

    private static <I extends Record> void abandon(Deed<I> deed, Ticket<I> ticket) {
        try {
            deed.abandon(ticket);
        } catch (TargetProblem | MissingPart problem) {
            // What kept a task from being done can keep it from being cleaned up too, and must not hide itself.
            LOG.infof("Nothing of task %s could be ended: %s", ticket.orderId(), problem.getMessage());
        }
    }

    private <I extends Record> I read(TaskType<I> work) {
        return types.read(work, task.input());
    }

    private static <I extends Record> Outcome giveUp(Deed<I> deed, Ticket<I> ticket, RuntimeException unexpected) {
        var incident = UUID.randomUUID();
        try {
            abandon(deed, ticket);
        } catch (RuntimeException another) {
            unexpected.addSuppressed(another);
        }
        LOG.errorf(unexpected, "Task %s failed unexpectedly (incident %s)", ticket.orderId(), incident);
        return new Outcome.Failed(
                "An unexpected error, %d times in a row: %s. The log has the details under incident %s."
                        .formatted(UNEXPECTED_ERRORS, unexpected.getMessage(), incident));
    }

    private static String inWords(Duration limit) {
        return limit.toMinutes() > 0 && limit.toSecondsPart() == 0
                ? "%d min".formatted(limit.toMinutes())
                : "%d s".formatted(limit.toSeconds());
    }
}
