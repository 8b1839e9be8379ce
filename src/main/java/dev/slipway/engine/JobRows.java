package dev.slipway.engine;

import dev.slipway.execution.LostJob;
import dev.slipway.execution.RunningJob;
import dev.slipway.execution.StepJobs;
import dev.slipway.sql.RoundTrip;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

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
        trip.change(ADD, due, texts(attempts, attempt -> Attempt.of(attempt).id()));
    }

    /** See {@link StepJobs#settle}. */
    static Runnable settle(RoundTrip trip, List<StepJobs.Settled> jobs) {
        var passedOn =
                passOn(trip, jobs.stream().filter(job -> job.next().isPresent()).toList());
        var ended = end(trip, jobs.stream().filter(job -> job.next().isEmpty()).toList());
        return () -> {
            passedOn.run();
            ended.run();
        };
    }

    private static Runnable passOn(RoundTrip trip, List<StepJobs.Settled> jobs) {
        if (jobs.isEmpty()) {
            return () -> {};
        }
        return all(
                jobs,
                trip.change(
                        PASS_ON,
                        texts(jobs, job -> job.job().name()),
                        texts(jobs, job -> job.job().id()),
                        versions(jobs),
                        texts(
                                jobs,
                                job -> job.next().map(Attempt::of).orElseThrow().id())));
    }

    private static Runnable end(RoundTrip trip, List<StepJobs.Settled> jobs) {
        if (jobs.isEmpty()) {
            return () -> {};
        }
        return all(
                jobs,
                trip.change(
                        END,
                        texts(jobs, job -> job.job().name()),
                        texts(jobs, job -> job.job().id()),
                        versions(jobs)));
    }

    private static Runnable all(List<StepJobs.Settled> jobs, RoundTrip.Answer<Void> answer) {
        return () -> {
            if (answer.changed() != jobs.size()) {
                throw new LostJob();
            }
        };
    }

    private static Long[] versions(List<StepJobs.Settled> jobs) {
        return jobs.stream().map(StepJobs.Settled::job).map(RunningJob::version).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> of, Function<T, String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }
}
