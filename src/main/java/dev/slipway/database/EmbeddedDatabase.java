package dev.slipway.database;

import java.io.IOException;
import java.util.Map;

/** A running PostgreSQL of Slipway's own, which listens on the loopback interface and asks for a password. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String USER = "slipway";
    private static final String PASSWORD = "database-password";

    // Kept though only its path is needed: a directory that nobody refers to is collected, and its lock with it.
    private final DataDirectory directory;
    private final Cluster cluster;
    private final int port;
    private final String password;

    private EmbeddedDatabase(DataDirectory directory, Cluster cluster, int port, String password) {
        this.directory = directory;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the database in its directory, where an earlier Slipway may have crashed at any moment.
     *
     * @param directory is held until the database is closed
     */
    public static EmbeddedDatabase start(DataDirectory directory, Programs programs, Durability durability) {
        var cluster = new Cluster(directory.path().resolve("cluster"), programs);
        try {
            cluster.stop();
            if (durability == Durability.FORGETFUL) {
                Archive.delete(cluster.path());
            }
            var password = password(directory, cluster);
            if (!cluster.exists()) {
                cluster.create(password, durability);
            }
            return new EmbeddedDatabase(directory, cluster, cluster.start(), password);
        } catch (IOException e) {
            throw new CannotStart("Slipway cannot use %s: %s.".formatted(cluster.path(), e), e);
        }
    }

    /** Gives the settings with which Quarkus finds the database. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                url(),
                "quarkus.datasource.username",
                USER,
                "quarkus.datasource.password",
                password);
    }

    /** Gives the address for the PostgreSQL driver. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:%d/slipway".formatted(port);
    }

    /** Gives the name to sign in with. */
    public String username() {
        return USER;
    }

    /** Gives the password, which is also in the data directory. */
    public String password() {
        return password;
    }

    /** Stops the server, and lets another Slipway have the directory; what was committed stays. */
    @Override
    public void close() {
        try {
            cluster.stop();
        } catch (IOException e) {
            throw new CannotStart("Slipway cannot stop the database in %s: %s.".formatted(cluster.path(), e), e);
        } finally {
            directory.close();
        }
    }

    // A new password would not open the old files.
    private static String password(DataDirectory directory, Cluster cluster) {
        if (cluster.exists() && !directory.has(PASSWORD)) {
            throw new CannotStart("The password of the database is missing: put %s back from a backup."
                    .formatted(directory.path().resolve(PASSWORD)));
        }
        return directory.secret(PASSWORD);
    }
}
