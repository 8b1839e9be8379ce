package dev.slipway;

import dev.slipway.database.DatabaseConfig;
import dev.slipway.identity.IdentityConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The first words of a started Slipway: where to go, and where the data is. */
@ApplicationScoped
class Greeting {

    private static final Logger LOG = Logger.getLogger(Greeting.class);

    private final DatabaseConfig database;
    private final IdentityConfig identity;
    private final int port;

    Greeting(
            DatabaseConfig database,
            IdentityConfig identity,
            @ConfigProperty(name = "quarkus.http.port", defaultValue = "8080") int port) {
        this.database = database;
        this.identity = identity;
        this.port = port;
    }

    void greet(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        if (identity.embedded()) {
            LOG.infof(
                    "Open http://localhost:%d - the data is in %s",
                    port, database.dataDir().toAbsolutePath().normalize());
        }
    }
}
