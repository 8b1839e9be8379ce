package dev.slipway.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database answers. Why it doesn't is in the log: everybody may ask for the health of a node. */
@Readiness
@ApplicationScoped
class DatabaseCheck implements HealthCheck {

    private final DatabaseProbe probe;

    DatabaseCheck(DatabaseProbe probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("database")
                .status(probe.look().answers())
                .build();
    }
}
