package dev.slipway.testing;

import dev.slipway.database.DataDirectory;
import dev.slipway.database.Durability;
import dev.slipway.database.EmbeddedDatabase;
import dev.slipway.database.Programs;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** The PostgreSQL of a test run, empty at its start and shared by all tests of the JVM. */
public class Database implements QuarkusTestResourceLifecycleManager {

    private static final String SHARED = "slipway-test.database";

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

    private static Map<String, String> shared() {
        // Quarkus loads this class anew for each profile; what all of them share is the properties of the JVM.
        if (System.getProperty(SHARED) == null) {
            System.setProperty(SHARED, start(Path.of("target", "database")));
        }
        return System.getProperty(SHARED)
                .lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static String start(Path path) {
        var database = EmbeddedDatabase.start(DataDirectory.open(path), programs(), Durability.FORGETFUL);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop database"));
        return database.settings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n"));
    }
}
