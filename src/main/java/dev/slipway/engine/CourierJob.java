package dev.slipway.engine;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.slipway.webhook.Delivering;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The durable job behind every webhook: a row that is due when something is to be sent. It ends with its webhook. */
class CourierJob {

    static final String NAME = "webhook";

    private final Delivering delivering;
    private final Clock clock;
    private final Runnable lookAgain;
    private final CustomTask<Void> task;

    /** @param lookAgain has due work looked for after the commit of the present transaction */
    CourierJob(Delivering delivering, Clock clock, Runnable lookAgain) {
        this.delivering = delivering;
        this.clock = clock;
        this.lookAgain = lookAgain;
        this.task = Tasks.custom(NAME, Void.class)
                .onFailure((failed, job) -> job.reschedule(
                        failed,
                        clock.instant().plusSeconds(1L << Math.min(failed.getExecution().consecutiveFailures, 5))))
                .onDeadExecution((died, job) -> job.reschedule(died, clock.instant()))
                .execute(this::work);
    }

    CustomTask<Void> task() {
        return task;
    }

    TaskInstance<Void> instance(UUID webhook) {
        return task.instance(webhook.toString());
    }

    private CompletionHandler<Void> work(TaskInstance<Void> instance, ExecutionContext context) {
        var webhook = UUID.fromString(instance.getId());
        delivering.work(webhook, context.getSchedulerState()::isShuttingDown);
        return (complete, job) -> QuarkusTransaction.requiringNew().run(() -> settle(webhook, complete, job));
    }

    private void settle(UUID webhook, ExecutionComplete complete, ExecutionOperations<Void> job) {
        delivering.nextLook(webhook).ifPresentOrElse(next -> reschedule(next, complete, job), job::remove);
    }

    private void reschedule(Instant next, ExecutionComplete complete, ExecutionOperations<Void> job) {
        job.reschedule(complete, next);
        if (!next.isAfter(clock.instant())) {
            lookAgain.run();
        }
    }
}
