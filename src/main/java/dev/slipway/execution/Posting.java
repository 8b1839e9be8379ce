package dev.slipway.execution;

import static dev.slipway.sql.RoundTrip.each;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.slipway.sql.Json;
import dev.slipway.sql.RoundTrip;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down what has changed of locked executions, of all of them together: statements for a round trip. */
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
            update step_run step set status = moved.status, attempt = moved.attempt, change_no = moved.change_no,
              started_at = case when moved.attempt > step.attempt then ? else step.started_at end,
              ended_at = case when moved.status in (4, 5) then null when step.status in (4, 5) then ? else step.ended_at end,
              memo = case when moved.attempt = step.attempt then step.memo end,
              message = case when moved.reports then moved.message when moved.attempt = step.attempt then step.message end,
              output = case when moved.reports then moved.output::jsonb when moved.attempt = step.attempt then step.output end,
              undo = case when moved.reports then moved.undo::jsonb when moved.attempt = step.attempt then step.undo end
            from unnest(?::bigint[], ?::smallint[], ?::int[], ?::bigint[], ?::boolean[], ?::text[], ?::text[], ?::text[])
              as moved (id, status, attempt, change_no, reports, message, output, undo)
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
            from unnest(?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[])
              as more (execution_id, phase_index, running, waiting, succeeded, failed, waived)
            where phase.execution_id = more.execution_id and phase.phase_index = more.phase_index
            """;

    // First, so that it has the locks on the executions before anything else is changed.
    private static final String EXECUTIONS =
            """
            update execution set status = moved.status, brake = moved.brake, change_no = moved.change_no + 1,
              current_phase = greatest(execution.current_phase, moved.phase), ended_at = case when moved.active then null else ? end
            from unnest(?::bigint[], ?::bigint[], ?::smallint[], ?::text[], ?::int[], ?::boolean[])
              as moved (id, change_no, status, brake, phase, active)
            where execution.id = moved.id and execution.change_no = moved.change_no
            """;

    private final List<Entry> entries;
    private final Instant at;
    private final List<Move> moves;

    /** @throws IllegalTransition if a task may not move as the changes say */
    Posting(List<Entry> entries, Instant at) {
        this.entries = entries;
        this.at = at;
        this.moves = entries.stream().flatMap(Entry::moves).toList();
    }

    /** What has changed of an execution, and what a task of it has reported. */
    record Entry(Standing standing, Changes changes, Said said) {

        Entry(Standing standing, Changes changes) {
            this(standing, changes, Said.NOTHING);
        }

        private Stream<Move> moves() {
            var before = standing.steps();
            return changes.steps().stream().map(step -> new Move(this, before.getOrDefault(step.id(), step), step));
        }

        /** The last phase in which it has something at work. */
        private int phase() {
            return changes.steps().stream()
                    .filter(Snapshot.Step::isActive)
                    .mapToInt(Snapshot.Step::phase)
                    .max()
                    .orElse(0);
        }
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

    private record Move(Entry of, Snapshot.Step from, Snapshot.Step to) {

        Move {
            if (to.attempt() == from.attempt() && !from.status().mayBecome(to.status())) {
                throw new IllegalTransition(from, to.status());
            }
        }

        boolean followsAnAttempt() {
            return to.attempt() > from.attempt() && from.attempt() > 0;
        }

        boolean reports() {
            return of.said.step() == to.id();
        }

        Place place() {
            return new Place(of.standing.run().id(), to.phase());
        }

        /** By how much it changes the number of tasks that stand like this. */
        int counts(Status status) {
            return (to.status() == status ? 1 : 0) - (from.status() == status ? 1 : 0);
        }
    }

    private record Place(long execution, int phase) {}

    /** What comes back once it has travelled. */
    record Posted(int executions, RoundTrip.Answer<Void> changed, RoundTrip.Answer<Optional<Brief>> steps) {

        /** @throws Overtaken if an execution stood otherwise than it was thought to */
        void requireAsThought() {
            if (changed.changed() != executions) {
                throw new Overtaken();
            }
        }

        /** What has started attempts that are to be worked on, by the ids of the tasks. */
        Map<Long, Brief> started() {
            return steps.rows().stream().flatMap(Optional::stream).collect(toMap(Brief::stepRun, Function.identity()));
        }
    }

    /** Adds everything. */
    Posted addTo(RoundTrip trip) {
        var executions = trip.change(
                EXECUTIONS,
                at,
                each(entries, entry -> entry.standing.run().id(), Long[]::new),
                each(entries, entry -> entry.standing.changeNo(), Long[]::new),
                each(entries, entry -> entry.changes.status().code(), Short[]::new),
                each(entries, entry -> entry.changes.brake().name(), String[]::new),
                each(entries, Entry::phase, Integer[]::new),
                each(entries, entry -> entry.changes.status().isActive(), Boolean[]::new));
        keepAttempts(trip);
        var started = steps(trip);
        phases(trip);
        return new Posted(entries.size(), executions, started);
    }

    private void keepAttempts(RoundTrip trip) {
        var ended = moves.stream().filter(Move::followsAnAttempt).toList();
        if (!ended.isEmpty()) {
            trip.change(KEEP, (Object) each(ended, move -> move.to.id(), Long[]::new));
        }
    }

    private RoundTrip.Answer<Optional<Brief>> steps(RoundTrip trip) {
        var runs = moves.stream().collect(toMap(move -> move.to.id(), move -> move.of.standing.run()));
        return trip.ask(
                row -> Briefs.started(requireNonNull(runs.get(row.getLong("id"))), row),
                STEPS,
                at,
                at,
                each(moves, move -> move.to.id(), Long[]::new),
                each(moves, move -> move.to.status().code(), Short[]::new),
                each(moves, move -> move.to.attempt(), Integer[]::new),
                each(moves, move -> move.of.standing.changeNo() + 1, Long[]::new),
                each(moves, Move::reports, Boolean[]::new),
                each(moves, move -> move.reports() ? move.of.said.message() : null, String[]::new),
                each(moves, move -> move.reports() ? move.of.said.output() : null, String[]::new),
                each(moves, move -> move.reports() ? move.of.said.undo() : null, String[]::new));
    }

    private void phases(RoundTrip trip) {
        var byPlace = moves.stream().collect(groupingBy(Move::place, LinkedHashMap::new, toList()));
        if (byPlace.isEmpty()) {
            return;
        }
        var places = List.copyOf(byPlace.keySet());
        var movesOfEach = List.copyOf(byPlace.values());
        trip.change(
                PHASES,
                at,
                at,
                each(places, Place::execution, Long[]::new),
                each(places, Place::phase, Integer[]::new),
                count(movesOfEach, Status.RUNNING),
                count(movesOfEach, Status.TO_BE_APPROVED),
                count(movesOfEach, Status.SUCCESSFUL),
                count(movesOfEach, Status.RELEASE_FAILED),
                count(movesOfEach, Status.SKIPPED));
    }

    private static Integer[] count(List<List<Move>> movesOfEach, Status status) {
        return each(
                movesOfEach,
                moves -> moves.stream().mapToInt(move -> move.counts(status)).sum(),
                Integer[]::new);
    }
}
