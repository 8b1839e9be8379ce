package dev.slipway.engine;

import static dev.slipway.sql.RoundTrip.each;

import dev.slipway.execution.LostJob;
import dev.slipway.execution.RunningJob;
import dev.slipway.execution.StepJobs;
import dev.slipway.sql.RoundTrip;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of db-scheduler's table behind the attempts of tasks, as they change together with the states of tasks. Ending an
 * attempt ends its job too, or passes it on to the task that starts: both only where nobody else has got the job meanwhile,
 * which its version tells.
 */
final class JobRows {

    // As db-scheduler writes a job that nobody has taken yet.
    private static final String ADD =
            """
            insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
            select 'lane', attempt, convert_to(attempt, 'UTF8'), ?, false, 1 from unnest(?::text[]) attempt
            """;

    // Nothing that is indexed changes, so this costs little; and db-scheduler goes on with its heartbeats.
    private static final String PASS_ON =
            """
            update scheduled_tasks job set task_data = convert_to(held.next, 'UTF8')
            from unnest(?::text[], ?::text[], ?::bigint[], ?::text[]) as held (name, id, version, next)
            where job.task_name = held.name and job.task_instance = held.id and job.version = held.version
            """;

    private static final String END =
            """
            delete from scheduled_tasks job using unnest(?::text[], ?::text[], ?::bigint[]) as held (name, id, version)
            where job.task_name = held.name and job.task_instance = held.id and job.version = held.version
            """;

    private JobRows() {}

    /** Adds jobs for attempts, due at once. */
    static void add(RoundTrip trip, List<StepJobs.Started> attempts, Instant due) {
        trip.change(ADD, due, each(attempts, attempt -> Attempt.of(attempt).id(), String[]::new));
    }

    /** See {@link StepJobs#settle}. */
    static Runnable settle(RoundTrip trip, List<StepJobs.Settled> settled) {
        var goOn = settled.stream().filter(job -> job.next().isPresent()).toList();
        var end = settled.stream().filter(job -> job.next().isEmpty()).toList();
        var next = each(goOn, job -> job.next().map(Attempt::of).orElseThrow().id(), String[]::new);
        var checks = List.of(change(trip, PASS_ON, goOn, (Object) next), change(trip, END, end));
        return () -> checks.forEach(Runnable::run);
    }

    private static Runnable change(RoundTrip trip, String sql, List<StepJobs.Settled> settled, Object... more) {
        if (settled.isEmpty()) {
            return () -> {};
        }
        var held = settled.stream().map(StepJobs.Settled::job).toList();
        var parameters = Stream.concat(
                Stream.of(
                        each(held, RunningJob::name, String[]::new),
                        each(held, RunningJob::id, String[]::new),
                        each(held, RunningJob::version, Long[]::new)),
                Stream.of(more));
        var changed = trip.change(sql, parameters.toArray());
        return () -> {
            if (changed.changed() != held.size()) {
                throw new LostJob();
            }
        };
    }
}
