package dev.slipway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path temporary;

    @Test
    void keepsItsDataOverARestart() throws SQLException {
        run(database -> write(database.url(), database.password()));

        run(database -> assertThat(read(database)).isEqualTo("kept"));
    }

    @Test
    void keepsItsDataWhenOnlySlipwayWasKilled() throws IOException, SQLException {
        killAnotherSlipwayAfterItWrote();

        run(database -> assertThat(read(database)).isEqualTo("kept"));
    }

    @Test
    void keepsItsDataWhenSlipwayAndItsServerWereKilled() throws IOException, SQLException {
        killAnotherSlipwayAfterItWrote();
        kill(new Postmaster(cluster()).running().orElseThrow());

        run(database -> assertThat(read(database)).isEqualTo("kept"));
    }

    @Test
    void holdsItsDirectoryForAsLongAsItRunsThoughNobodyElseRemembersIt() {
        var database =
                EmbeddedDatabase.start(DataDirectory.open(directory()), Database.programs(), Durability.FORGETFUL);

        await().during(Duration.ofSeconds(1)).untilAsserted(() -> {
            System.gc();
            assertThatThrownBy(() -> DataDirectory.open(directory()).close()).hasMessageContaining("is in use");
        });

        database.close();
        DataDirectory.open(directory()).close();
    }

    @Test
    void leavesAProcessAloneThatHasGotTheNumberOfTheOldServer() throws IOException, SQLException {
        run(database -> write(database.url(), database.password()));
        var stranger = new ProcessBuilder("sleep", "600").start();
        Files.writeString(cluster().resolve("postmaster.pid"), "%d\n%s\n".formatted(stranger.pid(), cluster()));

        run(database -> assertThat(read(database)).isEqualTo("kept"));

        assertThat(stranger.isAlive()).isTrue();
        kill(stranger.toHandle());
    }

    @Test
    void startsAfterACrashInTheMiddleOfTheFirstStart() throws IOException, SQLException {
        Files.createDirectories(directory().resolve("cluster.new/base"));

        run(database -> write(database.url(), database.password()));
    }

    @Test
    void refusesAWrongPassword() throws SQLException {
        run(database -> assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "slipway", "guess"))
                .hasMessageContaining("password authentication failed"));
    }

    @Test
    void letsNobodyInAsSuperuser() throws SQLException {
        run(database -> assertThatThrownBy(
                        () -> DriverManager.getConnection(database.url(), "postgres", database.password()))
                .hasMessageContaining("no pg_hba.conf entry"));
    }

    @Test
    void keepsItsPasswordWhereOnlyTheOwnerReadsIt() throws IOException, SQLException {
        run(database -> {});

        var file = directory().resolve("database-password");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private interface Use {
        void of(EmbeddedDatabase database) throws SQLException;
    }

    private void run(Use use) throws SQLException {
        try (var held = DataDirectory.open(directory());
                var database = EmbeddedDatabase.start(held, Database.programs(), Durability.DURABLE)) {
            use.of(database);
        }
    }

    private void killAnotherSlipwayAfterItWrote() throws IOException, SQLException {
        try (var other = OtherSlipway.in(directory())) {
            write(other.url(), Files.readString(directory().resolve("database-password")));
        }
    }

    private Path directory() {
        return temporary.resolve("data");
    }

    private Path cluster() throws IOException {
        return directory().toRealPath().resolve("cluster");
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static void write(String url, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "slipway", password);
                var statement = connection.createStatement()) {
            statement.execute("create table note as select 'kept' as text");
        }
    }

    private static String read(EmbeddedDatabase database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select text from note")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
