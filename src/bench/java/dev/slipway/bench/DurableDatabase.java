package dev.slipway.bench;

import dev.slipway.database.DataDirectory;
import dev.slipway.database.Durability;
import dev.slipway.database.EmbeddedDatabase;
import dev.slipway.testing.Database;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An empty PostgreSQL that saves every commit, as people's own does; the one of the tests forgets. */
public class DurableDatabase implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        var directory = DataDirectory.open(
                Path.of("target", "bench-database", UUID.randomUUID().toString()));
        database = EmbeddedDatabase.start(directory, Database.programs(), Durability.DURABLE);
        return database.settings();
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
