package dev.slipway.testing;

import dev.slipway.database.DataDirectory;
import dev.slipway.database.Durability;
import dev.slipway.database.EmbeddedDatabase;
import dev.slipway.database.Programs;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL of a test run, empty at its start and shared by all tests of the JVM. */
public class Database implements QuarkusTestResourceLifecycleManager {

    private static @Nullable Map<String, String> settings;

    @Override
    public Map<String, String> start() {
        return shared();
    }

    /** Leaves the server to the next test class; it stops with the JVM. */
    @Override
    public void stop() {}

    /** Gives the programs of PostgreSQL, unpacked once per build directory. */
    public static Programs programs() {
        return Programs.unpackedIn(Path.of("target", "postgresql"));
    }

    private static synchronized Map<String, String> shared() {
        if (settings == null) {
            var directory = DataDirectory.open(Path.of("target", "database"));
            var database = EmbeddedDatabase.start(directory, programs(), Durability.FORGETFUL);
            Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop database"));
            settings = database.settings();
        }
        return settings;
    }
}
