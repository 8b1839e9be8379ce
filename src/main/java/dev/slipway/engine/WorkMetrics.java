package dev.slipway.engine;

import dev.slipway.tasktype.TaskTypes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** How long tasks take on this node, and how they end, by task type. */
@ApplicationScoped
class WorkMetrics {

    private final MeterRegistry registry;
    private final TaskTypes types;

    WorkMetrics(MeterRegistry registry, TaskTypes types) {
        this.registry = registry;
        this.types = types;
    }

    /** A figure that first shows itself when something happens misses the first time. */
    void begin(@Observes StartupEvent started) {
        for (var type : types.ids()) {
            work(type);
            attempts(type, true);
            attempts(type, false);
        }
    }

    /** An attempt has ended, however many pieces of work it took, and on however many nodes. */
    void ended(String taskType, boolean succeeded, Duration took) {
        attempts(taskType, succeeded).record(took);
    }

    /** A thread of this node has done one piece of work. */
    void worked(String taskType, Duration took) {
        work(taskType).record(took);
    }

    private Timer attempts(String taskType, boolean succeeded) {
        return Timer.builder("slipway.task.attempts")
                .description("Attempts that ended on this node, from their start to their end")
                .tag("type", taskType)
                .tag("outcome", succeeded ? "succeeded" : "failed")
                .register(registry);
    }

    private Timer work(String taskType) {
        return Timer.builder("slipway.task.work")
                .description("Pieces of work that threads of this node have done")
                .tag("type", taskType)
                .register(registry);
    }
}
