package dev.slipway;

import dev.slipway.database.CannotStart;
import dev.slipway.database.DataDirectory;
import dev.slipway.database.Durability;
import dev.slipway.database.EmbeddedDatabase;
import dev.slipway.database.Programs;
import dev.slipway.token.BootstrapToken;
import dev.slipway.vault.Vault;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** Starts Slipway, with a database of its own where none is configured. */
@QuarkusMain
public class Slipway {

    private static final String LOOPBACK = "localhost";

    private Slipway() {}

    /** Starts the console and returns when it has been stopped. */
    public static void main(String... args) {
        // Java asks once, when somebody logs first, and on one class path nobody else has said so.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        try {
            prepare();
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            System.exit(1);
        }
        Quarkus.run(args);
    }

    private static void prepare() {
        // Quarkus has no configuration yet: the same sources, read early and without registering anything.
        var config = ConfigUtils.configBuilder().build();
        config.getOptionalValue(BootstrapToken.SETTING, String.class)
                .flatMap(BootstrapToken::problem)
                .ifPresent(problem -> {
                    throw new CannotStart(problem);
                });
        var embedded = isMissing(config, "quarkus.datasource.jdbc.url");
        checkKeys(config, embedded);
        // The demo project has users with known passwords, so nobody else may reach it unless told so.
        if (embedded) {
            setUnlessConfigured(config, "quarkus.http.host", LOOPBACK);
            setUnlessConfigured(config, "slipway.demo", String.valueOf(isOnlyForThisMachine(config)));
        }
        // A live reload in development keeps the port open.
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            HttpPort.of(config).mustBeFree();
        }
        if (embedded) {
            startDatabase(config);
        }
    }

    /** With the embedded database a missing key is made up; see {@link #startDatabase}. */
    private static void checkKeys(Config config, boolean embedded) {
        var key = config.getOptionalValue(Vault.SETTING, String.class);
        if (!embedded || key.isPresent()) {
            Vault.problem(key, config.getOptionalValue(Vault.PREVIOUS, String.class))
                    .ifPresent(problem -> {
                        throw new CannotStart(problem);
                    });
        }
    }

    private static boolean isOnlyForThisMachine(Config config) {
        var host = config.getOptionalValue("quarkus.http.host", String.class).orElse(LOOPBACK);
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // HttpPort tells what is wrong with the host.
            return false;
        }
    }

    private static void startDatabase(Config config) {
        var path = config.getOptionalValue("slipway.data-dir", String.class).orElse("data");
        var directory = DataDirectory.open(Path.of(path));
        var programs = Programs.unpackedIn(directory.path().resolve("postgresql"));
        var database = EmbeddedDatabase.start(directory, programs, Durability.DURABLE);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterQuarkus(database), "stop database"));
        database.settings().forEach(System::setProperty);
        System.setProperty("slipway.embedded", "true");
        // Nobody else can use this database, so whatever was being worked on was ours.
        setUnlessConfigured(config, "slipway.engine.node", "embedded");
        // Keeps people signed in over a restart.
        setUnlessConfigured(config, "quarkus.http.auth.session.encryption-key", directory.secret("session-key"));
        setUnlessConfigured(config, Vault.SETTING, directory.secret("secrets-key"));
    }

    // Shutdown hooks run side by side, and what Quarkus still writes while it stops needs the database.
    private static void stopAfterQuarkus(EmbeddedDatabase database) {
        var quarkus = Application.currentApplication();
        if (quarkus != null) {
            quarkus.awaitShutdown();
        }
        database.close();
    }

    private static void setUnlessConfigured(Config config, String name, String value) {
        if (isMissing(config, name)) {
            System.setProperty(name, value);
        }
    }

    private static boolean isMissing(Config config, String name) {
        return config.getOptionalValue(name, String.class).isEmpty();
    }
}
