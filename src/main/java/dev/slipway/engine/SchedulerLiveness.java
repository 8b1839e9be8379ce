package dev.slipway.engine;

import dev.slipway.health.DatabaseProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Whether the scheduler is stuck, so that only a restart helps: it has not looked for work for a long time though it could
 * have. A restart does not bring a database back, so without one it counts as well.
 */
@Liveness
@ApplicationScoped
class SchedulerLiveness implements HealthCheck {

    private static final Duration SHORTEST = Duration.ofMinutes(2);

    private final Engine engine;
    private final EngineConfig config;
    private final DatabaseProbe database;

    SchedulerLiveness(Engine engine, EngineConfig config, DatabaseProbe database) {
        this.engine = engine;
        this.config = config;
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("scheduler").status(!isStuck()).build();
    }

    private boolean isStuck() {
        var some = config.pollingInterval().multipliedBy(20);
        var limit = some.compareTo(SHORTEST) > 0 ? some : SHORTEST;
        return engine.isRunning()
                && engine.silence().compareTo(limit) > 0
                && database.look().answers()
                && database.answering().compareTo(limit) > 0;
    }
}
