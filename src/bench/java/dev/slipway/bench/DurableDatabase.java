package dev.slipway.bench;

import dev.slipway.database.DataDirectory;
import dev.slipway.database.Durability;
import dev.slipway.database.EmbeddedDatabase;
import dev.slipway.testing.Database;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An empty PostgreSQL that saves every commit, as people's own does; the one of the tests forgets. */
public class DurableDatabase implements QuarkusTestResourceLifecycleManager {

    // Tests look sooner or later than anybody else would, and trace everything.
    private static final Map<String, String> AS_OUTSIDE_OF_TESTS = Map.of(
            "quarkus.otel.sdk.disabled", "true",
            "slipway.live.rights-checked", "60s",
            "slipway.live.look-again", "10s",
            "slipway.metrics.refresh", "10s");

    private @Nullable EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        var directory = DataDirectory.open(
                Path.of("target", "bench-database", UUID.randomUUID().toString()));
        database = EmbeddedDatabase.start(directory, Database.programs(), Durability.DURABLE);
        var settings = new HashMap<>(database.settings());
        settings.putAll(AS_OUTSIDE_OF_TESTS);
        return settings;
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
