package dev.slipway.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database has the schema that this node works with. A newer one will do: nodes are upgraded one by one. */
@Readiness
@ApplicationScoped
class MigrationsCheck implements HealthCheck {

    private final DatabaseProbe probe;

    MigrationsCheck(DatabaseProbe probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("migrations")
                .status(probe.look().upToDate())
                .build();
    }
}
