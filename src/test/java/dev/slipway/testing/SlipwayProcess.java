package dev.slipway.testing;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packaged Slipway in a JVM of its own, on a data directory of its own, which a test starts and kills. */
public final class SlipwayProcess implements AutoCloseable {

    private final Path data;
    private final @Nullable SlipwayProcess databaseOf;
    private final int port = freePort();
    private @Nullable Process jvm;

    /** A Slipway that is not started yet. */
    public SlipwayProcess(Path data) {
        this(data, null);
    }

    private SlipwayProcess(Path data, @Nullable SlipwayProcess databaseOf) {
        this.data = data.toAbsolutePath();
        this.databaseOf = databaseOf;
    }

    /** Another node on the database of this one, which must be started first. */
    public SlipwayProcess anotherNode(Path itsData) {
        return new SlipwayProcess(itsData, this);
    }

    /** Starts it and waits until it answers; requests of the test go to it. */
    public void start() throws IOException {
        Files.createDirectories(data);
        var options = new ArrayList<>(List.of(
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-Dslipway.password.cost=4",
                "-Dslipway.data-dir=" + data,
                "-Dquarkus.http.port=" + port));
        if (databaseOf != null) {
            options.add("-Dquarkus.datasource.jdbc.url=" + databaseOf.database());
            options.add("-Dquarkus.datasource.username=slipway");
            options.add("-Dquarkus.datasource.password=" + databaseOf.read("database-password"));
            options.add("-Dslipway.secrets.key=" + databaseOf.read("secrets-key"));
            options.add("-Dslipway.engine.node=" + data.getFileName());
        }
        jvm = new ProcessBuilder(Packaged.command(options))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("console.log").toFile()))
                .start();
        RestAssured.port = port;
        await("Slipway to answer, see %s/console.log".formatted(data))
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> new PlainBrowser().get("/sign-in").statusCode() == 200);
    }

    /** Ends it as a loss of power would: kill -9. */
    public void kill() {
        if (jvm != null) {
            jvm.destroyForcibly().onExit().join();
        }
    }

    /** Ends it and its database at once, as a loss of power of the whole machine would. */
    public void crash() throws IOException {
        kill();
        if (Files.exists(postmaster())) {
            killTree(Long.parseLong(Files.readAllLines(postmaster()).get(0).strip()));
        }
    }

    /** Where its database keeps its files. */
    public Path cluster() {
        return data.resolve("cluster");
    }

    /** The rows of a query with one column, whether Slipway runs or not. */
    public List<String> query(String sql) {
        try (var connection = DriverManager.getConnection(database(), "slipway", read("database-password"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What orders to the process target left in its directory. */
    public List<Path> orders(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("process").resolve(kind))) {
            return files.filter(file -> file.endsWith("claim"))
                    .map(Path::getParent)
                    .toList();
        }
    }

    /** Kills Slipway, its database and everything it released. */
    @Override
    public void close() throws IOException {
        crash();
        for (var kind : List.of("builds", "components")) {
            if (Files.exists(data.resolve("process").resolve(kind))) {
                for (var order : orders(kind)) {
                    var claim = Files.readString(order.resolve("claim")).split(" ", -1);
                    if (claim[0].equals("run")) {
                        killTree(Long.parseLong(claim[1]));
                    }
                }
            }
        }
    }

    private static void killTree(long pid) {
        ProcessHandle.of(pid).ifPresent(leader -> {
            var all = new ArrayList<>(leader.descendants().toList());
            all.add(leader);
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(process -> process.onExit().join());
        });
    }

    private String database() throws IOException {
        return "jdbc:postgresql://127.0.0.1:%s/slipway"
                .formatted(Files.readAllLines(postmaster()).get(3).strip());
    }

    private Path postmaster() {
        return cluster().resolve("postmaster.pid");
    }

    private String read(String file) throws IOException {
        return Files.readString(data.resolve(file)).strip();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
