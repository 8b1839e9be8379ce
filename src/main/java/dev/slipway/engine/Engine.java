package dev.slipway.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.slipway.execution.StepJobs;
import dev.slipway.sql.RoundTrip;
import dev.slipway.target.Waker;
import dev.slipway.trigger.TriggerJobs;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Takes due work from db-scheduler, on this node. */
@ApplicationScoped
class Engine implements StepJobs, TriggerJobs, Waker {

    private static final Logger LOG = Logger.getLogger(Engine.class);

    // What is picked is being looked at; what nobody put off is due anyway.
    private static final String WAKE =
            """
            update scheduled_tasks set execution_time = ?1, version = version + 1
            where task_name = 'step' and task_instance in ?2 and not picked and execution_time > ?1
            """;

    private final EntityManager entities;
    private final TriggerJob trigger;
    private final UnfinishedWork unfinished;
    private final EngineConfig config;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private final Scheduler scheduler;
    private final Pulse pulse = new Pulse();

    Engine(
            AgroalDataSource database,
            EntityManager entities,
            StepJob job,
            TriggerJob trigger,
            UnfinishedWork unfinished,
            EngineConfig config,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.entities = entities;
        this.trigger = trigger;
        this.unfinished = unfinished;
        this.config = config;
        this.transaction = transaction;
        this.clock = clock;
        var builder = Scheduler.create(
                        pulse.watched(new JoiningDatabase(database, transaction).dataSource()),
                        Stream.concat(job.tasks().stream(), Stream.of(trigger.task()))
                                .toList())
                .serializer(new Words())
                .threads(config.threads())
                .pollingInterval(config.pollingInterval())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(4)
                // Never more than it has threads for: what waits for one gets no heartbeat, so other nodes take it for
                // dead.
                .pollUsingLockAndFetch(0.5, 1.0)
                .dueExecutor(pulse.looker())
                .shutdownMaxWait(Duration.ofSeconds(10));
        config.node().ifPresent(name -> builder.schedulerName(() -> name));
        this.scheduler = builder.build();
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        config.node().ifPresent(node -> unfinished.takeBack(UnfinishedWork.Jobs.SCHEDULED_TASKS, node));
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        scheduler.stop();
        config.node().ifPresent(node -> unfinished.giveBack(UnfinishedWork.Jobs.SCHEDULED_TASKS, node));
    }

    /** Whether this node takes work, or would if there were any. */
    boolean isRunning() {
        var state = scheduler.getSchedulerState();
        return state.isStarted() && !state.isShuttingDown();
    }

    /** For how long it has not looked for work that it could have taken. */
    Duration silence() {
        return pulse.silence(scheduler, config.threads());
    }

    @Override
    public void schedule(RoundTrip trip, List<Started> attempts) {
        if (!attempts.isEmpty()) {
            JobRows.add(trip, attempts, clock.instant());
            transaction.registerInterposedSynchronization(new WakeUp(scheduler));
        }
    }

    @Override
    public Runnable settle(RoundTrip trip, List<Settled> jobs) {
        return JobRows.settle(trip, jobs);
    }

    @Override
    public void schedule(UUID releaseTask, int revision, Instant at) {
        scheduler.schedule(trigger.instance(releaseTask, revision), at);
    }

    @Override
    @Transactional
    public void wake(Collection<String> orders) {
        var instances = orders.stream()
                .flatMap(order -> Attempt.ofOrder(order).stream())
                .map(Attempt::id)
                .toList();
        if (instances.isEmpty()) {
            return;
        }
        entities.createNativeQuery(WAKE)
                .setParameter(1, clock.instant())
                .setParameter(2, instances)
                .executeUpdate();
        transaction.registerInterposedSynchronization(new WakeUp(scheduler));
    }

    @Override
    public void cancel(UUID releaseTask, int revision) {
        var instance = trigger.instance(releaseTask, revision);
        scheduler.getScheduledExecution(instance).filter(job -> !job.isPicked()).ifPresent(job -> cancel(instance));
    }

    private void cancel(TaskInstance<Void> instance) {
        try {
            scheduler.cancel(instance);
        } catch (DbSchedulerException taken) {
            // Some node has just taken it, and will find that there is a newer revision.
            LOG.debugf("The job %s runs and is not cancelled", instance);
        }
    }
}
