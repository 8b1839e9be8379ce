package dev.slipway.engine;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether this node takes due work. */
@Readiness
@ApplicationScoped
class SchedulerReadiness implements HealthCheck {

    private static final Duration SHORTEST = Duration.ofSeconds(15);

    private final Engine engine;
    private final EngineConfig config;

    SchedulerReadiness(Engine engine, EngineConfig config) {
        this.engine = engine;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        var some = config.pollingInterval().multipliedBy(10);
        var limit = some.compareTo(SHORTEST) > 0 ? some : SHORTEST;
        return HealthCheckResponse.named("scheduler")
                .status(engine.isRunning() && engine.silence().compareTo(limit) < 0)
                .build();
    }
}
