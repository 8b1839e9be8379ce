package dev.slipway.chaos;

import dev.slipway.database.DataDirectory;
import dev.slipway.database.Durability;
import dev.slipway.database.EmbeddedDatabase;
import dev.slipway.testing.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The one PostgreSQL of all nodes, which writes to disk like a real one, and can be broken. */
final class Postgres implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("target", "postgresql");

    private final EmbeddedDatabase database;
    private final Path cluster;
    private final Path program;

    Postgres(Path directory) throws IOException {
        this.cluster = directory.resolve("cluster");
        this.database = EmbeddedDatabase.start(DataDirectory.open(directory), Database.programs(), Durability.DURABLE);
        try (Stream<Path> files = Files.walk(PROGRAMS.toAbsolutePath())) {
            this.program = files.filter(file -> file.endsWith("bin/pg_ctl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The settings by which a node finds it; its connections carry the name of the node. */
    List<String> settingsFor(String node) {
        return List.of(
                "-Dquarkus.datasource.jdbc.url=%s?ApplicationName=%s".formatted(database.url(), node),
                "-Dquarkus.datasource.username=" + database.username(),
                "-Dquarkus.datasource.password=" + database.password());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.url() + "?ApplicationName=checker&connectTimeout=5", database.username(), database.password());
    }

    DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.username());
        source.setPassword(database.password());
        return source;
    }

    /** Turns a row into what is wanted of it. */
    interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /** All rows of a query. */
    <T> List<T> query(String sql, Reader<T> reader) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(new Row(rows)));
            }
            return read;
        }
    }

    /** The first column of all rows. */
    List<String> texts(String sql) throws SQLException {
        return query(sql, row -> String.valueOf(row.text(1)));
    }

    /** Closes connections whose name matches, as a broken network would. */
    void cut(String pattern) throws SQLException {
        texts("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'slipway'"
                + " and application_name ~ '%s'".formatted(pattern));
    }

    /** Stops it, {@code fast} or {@code immediate} (as a crash does), and starts it again after a while. */
    void restart(String mode, Duration downtime) throws IOException, InterruptedException {
        var port = Files.readAllLines(cluster.resolve("postmaster.pid")).get(3).strip();
        control("stop", "--mode=" + mode, "--timeout=60");
        Thread.sleep(downtime.toMillis());
        // Of a server that crashed, the last processes may still be going.
        while (control("start", "--timeout=60", "--log=" + cluster.resolveSibling("chaos.log"), "--options=-p " + port)
                != 0) {
            Thread.sleep(100);
        }
    }

    private int control(String action, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(program.toString(), action, "--wait", "--pgdata=" + cluster.toAbsolutePath()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        cluster.resolveSibling("control.log").toFile()));
        builder.environment().put("LC_ALL", "C");
        return builder.start().waitFor();
    }

    @Override
    public void close() {
        database.close();
    }
}
