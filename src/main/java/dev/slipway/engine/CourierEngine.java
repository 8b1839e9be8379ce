package dev.slipway.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.slipway.retention.Sweep;
import dev.slipway.webhook.Couriers;
import dev.slipway.webhook.Delivering;
import dev.slipway.webhook.WebhookConfig;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Works through the jobs of webhooks, with threads and a table of its own: whoever does not answer keeps no release
 * waiting. So what sweeps up goes here too.
 */
@ApplicationScoped
class CourierEngine implements Couriers {

    private static final String TABLE = "webhook_job";

    // One that is picked looks again by itself before it goes: see Delivering#nextLook.
    private static final String WAKE =
            """
            update webhook_job set execution_time = ?3, version = version + 1
            where task_name = ?1 and task_instance = ?2 and not picked and execution_time > ?3
            """;

    private final CourierJob job;
    private final EntityManager database;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private final EngineConfig engine;
    private final UnfinishedWork unfinished;
    private final Scheduler scheduler;

    CourierEngine(
            AgroalDataSource source,
            Delivering delivering,
            @All List<Sweep> sweeps,
            EntityManager database,
            UnfinishedWork unfinished,
            EngineConfig engine,
            WebhookConfig config,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.job = new CourierJob(delivering, clock, this::lookAgain);
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.engine = engine;
        this.unfinished = unfinished;
        var builder = Scheduler.create(new JoiningDatabase(source, transaction).dataSource(), job.task())
                .startTasks(sweeps.stream().map(CourierEngine::hourly).toList())
                .tableName(TABLE)
                .threads(config.threads())
                // Retries need not be on time, and what is new is not found by looking.
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(engine.heartbeat())
                .missedHeartbeatsLimit(4)
                // Not more than it has threads for, see Engine.
                .pollUsingLockAndFetch(0.5, 1.0)
                .shutdownMaxWait(config.timeLimit().plusSeconds(1));
        engine.node().ifPresent(name -> builder.schedulerName(() -> name));
        this.scheduler = builder.build();
    }

    private static RecurringTask<Void> hourly(Sweep sweep) {
        return Tasks.recurring(sweep.job(), FixedDelay.ofHours(1)).execute((instance, context) -> sweep.sweep());
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        engine.node().ifPresent(node -> unfinished.takeBack(UnfinishedWork.Jobs.WEBHOOK_JOB, node));
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.stop();
        engine.node().ifPresent(node -> unfinished.giveBack(UnfinishedWork.Jobs.WEBHOOK_JOB, node));
    }

    @Override
    public void employ(UUID webhook) {
        // The connection is the transaction's own, so the job commits or vanishes with the webhook.
        scheduler.schedule(job.instance(webhook), clock.instant());
    }

    @Override
    public void wake(UUID webhook) {
        database.createNativeQuery(WAKE)
                .setParameter(1, CourierJob.NAME)
                .setParameter(2, webhook.toString())
                .setParameter(3, clock.instant())
                .executeUpdate();
        lookAgain();
    }

    private void lookAgain() {
        transaction.registerInterposedSynchronization(new WakeUp(scheduler));
    }
}
