package dev.slipway.execution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.slipway.sql.Json;
import dev.slipway.sql.RoundTrip;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Writes down what an event has changed of a locked execution: statements for a round trip. */
final class Posting {

    // Attempts that another one follows are kept as they ended.
    private static final String KEEP =
            """
            insert into step_attempt (step_run_id, attempt, status, started_at, ended_at, message, memo, output, undo)
            select id, attempt, status, started_at, ended_at, message, memo, output, undo
            from step_run where id = any (?) and started_at is not null
            """;

    // A new attempt forgets what the one before remembered; 4 and 5 are the statuses of tasks that have not ended.
    private static final String STEPS =
            """
            update step_run step set status = moved.status, attempt = moved.attempt, change_no = ?,
              started_at = case when moved.attempt > step.attempt then ? else step.started_at end,
              ended_at = case when moved.status in (4, 5) then null when step.status in (4, 5) then ? else step.ended_at end,
              memo = case when moved.attempt = step.attempt then step.memo end,
              message = case when moved.reports then ? when moved.attempt = step.attempt then step.message end,
              output = case when moved.reports then ?::jsonb when moved.attempt = step.attempt then step.output end,
              undo = case when moved.reports then ?::jsonb when moved.attempt = step.attempt then step.undo end
            from unnest(?::bigint[], ?::smallint[], ?::int[], ?::boolean[]) as moved (id, status, attempt, reports)
            where step.id = moved.id
            returning step.started_at, step.status, %s
            """
                    .formatted(Briefs.TASK);

    private static final String PHASES =
            """
            update phase_run phase set running = phase.running + more.running, waiting = phase.waiting + more.waiting,
              succeeded = phase.succeeded + more.succeeded, failed = phase.failed + more.failed,
              waived = phase.waived + more.waived, started_at = coalesce(phase.started_at, ?),
              ended_at = case when phase.running + more.running + phase.waiting + more.waiting = 0 then ? end
            from unnest(?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[])
              as more (phase_index, running, waiting, succeeded, failed, waived)
            where phase.execution_id = ? and phase.phase_index = more.phase_index
            """;

    // First, so that it has the lock on the execution before anything else is changed.
    private static final String EXECUTION =
            """
            update execution set status = ?, brake = ?, change_no = ?, current_phase = greatest(current_phase, ?),
              ended_at = case when ? then null else ? end
            where id = ? and change_no = ?
            """;

    private final Standing standing;
    private final Changes changes;
    private final Instant at;
    private final List<Move> moves;
    private RoundTrip.@Nullable Answer<Void> execution;

    /** @throws IllegalTransition if a task may not move as the changes say */
    Posting(Standing standing, Changes changes, Instant at) {
        var before = standing.steps();
        this.standing = standing;
        this.changes = changes;
        this.at = at;
        this.moves = changes.steps().stream()
                .map(step -> new Move(before.getOrDefault(step.id(), step), step))
                .toList();
    }

    /** What a task has reported at its end; nothing of it is null where it is stored as nothing. */
    record Said(long step, String message, @Nullable String output, @Nullable String undo) {

        private static final Said NOTHING = new Said(0, "", null, null);

        static Said of(long step, Executions.Report report) {
            return new Said(
                    step,
                    Storable.text(report.message()),
                    Json.textUnlessEmpty(Storable.values(report.output())),
                    Json.textUnlessEmpty(Storable.values(report.undo())));
        }
    }

    private record Move(Snapshot.Step from, Snapshot.Step to) {

        Move {
            if (to.attempt() == from.attempt() && !from.status().mayBecome(to.status())) {
                throw new IllegalTransition(from, to.status());
            }
        }

        boolean followsAnAttempt() {
            return to.attempt() > from.attempt() && from.attempt() > 0;
        }

        /** By how much it changes the number of tasks that stand like this. */
        int counts(Status status) {
            return (to.status() == status ? 1 : 0) - (from.status() == status ? 1 : 0);
        }
    }

    /** Adds everything; answers with what has started an attempt that is to be worked on. */
    RoundTrip.Answer<Optional<Brief>> addTo(RoundTrip trip) {
        return addTo(trip, Said.NOTHING);
    }

    /** The same with the end of an attempt. */
    RoundTrip.Answer<Optional<Brief>> addTo(RoundTrip trip, Said said) {
        execution = trip.change(
                EXECUTION,
                changes.status().code(),
                changes.brake().name(),
                standing.changeNo() + 1,
                changes.steps().stream()
                        .filter(Snapshot.Step::isActive)
                        .mapToInt(Snapshot.Step::phase)
                        .max()
                        .orElse(0),
                changes.status().isActive(),
                at,
                standing.run().id(),
                standing.changeNo());
        keepAttempts(trip);
        var started = steps(trip, said);
        phases(trip);
        return started;
    }

    /**
     * Once it has travelled.
     *
     * @throws Overtaken if the execution stood otherwise than it was thought to
     */
    void requireAsThought() {
        if (execution == null || execution.changed() != 1) {
            throw new Overtaken();
        }
    }

    private void keepAttempts(RoundTrip trip) {
        var ended = moves.stream()
                .filter(Move::followsAnAttempt)
                .map(move -> move.to().id())
                .toArray(Long[]::new);
        if (ended.length > 0) {
            trip.change(KEEP, (Object) ended);
        }
    }

    private RoundTrip.Answer<Optional<Brief>> steps(RoundTrip trip, Said said) {
        return trip.ask(
                row -> Briefs.started(standing.run(), row),
                STEPS,
                standing.changeNo() + 1,
                at,
                at,
                said.message(),
                said.output(),
                said.undo(),
                changes.steps().stream().map(Snapshot.Step::id).toArray(Long[]::new),
                changes.steps().stream().map(step -> step.status().code()).toArray(Short[]::new),
                changes.steps().stream().map(Snapshot.Step::attempt).toArray(Integer[]::new),
                changes.steps().stream().map(step -> step.id() == said.step()).toArray(Boolean[]::new));
    }

    private void phases(RoundTrip trip) {
        var byPhase = moves.stream().collect(groupingBy(move -> move.to().phase(), TreeMap::new, toList()));
        if (byPhase.isEmpty()) {
            return;
        }
        trip.change(
                PHASES,
                at,
                at,
                byPhase.keySet().toArray(Integer[]::new),
                count(byPhase, Status.RUNNING),
                count(byPhase, Status.TO_BE_APPROVED),
                count(byPhase, Status.SUCCESSFUL),
                count(byPhase, Status.RELEASE_FAILED),
                count(byPhase, Status.SKIPPED),
                standing.run().id());
    }

    private static Integer[] count(Map<Integer, List<Move>> byPhase, Status status) {
        ToIntFunction<List<Move>> counted =
                moves -> moves.stream().mapToInt(move -> move.counts(status)).sum();
        return byPhase.values().stream().map(counted::applyAsInt).toArray(Integer[]::new);
    }
}
