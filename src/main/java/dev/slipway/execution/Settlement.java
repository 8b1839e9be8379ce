package dev.slipway.execution;

import static java.util.Objects.requireNonNull;

import dev.slipway.audit.AuditTrail;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What follows from the end of an attempt.
 *
 * @param next the attempt that its job goes on with, of those that start
 */
record Settlement(Ending ending, Standing standing, Changes changes, Optional<StepJobs.Started> next) {

    static Settlement of(Ending ending, Standing standing) {
        var done = ending.done();
        var finished = new Event.Finished(
                done.stepRun(), done.attempt(), ending.report().succeeded());
        var changes = ReleaseProcess.next(standing.snapshot(), finished);
        var next =
                changes.started().stream().filter(any -> ending.job().goesOn()).findFirst();
        return new Settlement(ending, standing, changes, next);
    }

    /** The attempts that start and need jobs of their own. */
    Stream<StepJobs.Started> others() {
        return changes.started().stream()
                .filter(other -> next.filter(other::equals).isEmpty());
    }

    /** What becomes of its job. */
    StepJobs.Settled job() {
        return new StepJobs.Settled(ending.job(), next);
    }

    Posting.Entry entry() {
        var said = Posting.Said.of(ending.done().stepRun(), ending.report());
        return new Posting.Entry(standing, changes, said);
    }

    Stream<AuditTrail.Deed> deeds() {
        return Stream.concat(Stream.of(ending.deed(standing)), standing.ends(changes).stream());
    }

    /** @param started what has started attempts, by the ids of their tasks */
    Executions.Reported reported(Map<Long, Brief> started) {
        var brief = next.map(attempt -> requireNonNull(started.get(attempt.stepRun())));
        return new Executions.Reported(
                true, brief.map(known -> known.in(standing.after(changes).orElse(null))));
    }
}
