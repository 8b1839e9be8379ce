package dev.slipway.chaos;

import dev.slipway.testing.Packaged;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One packaged Slipway in a JVM of its own. */
final class Node {

    /** 32 bytes, the same for all nodes; nothing that it seals outlives the test. */
    private static final String SECRETS_KEY = "c2xpcHdheSB0aGF0IGlzIGtpbGxlZCBhbnl3aGVyZSE=";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int number;
    private final Path directory;
    private final Postgres postgres;
    private final List<String> settings;
    private final int port = freePort();
    private int lives;
    private volatile String name = "";
    private volatile @Nullable Process jvm;
    private volatile boolean wanted;

    Node(int number, Path directory, Postgres postgres, List<String> settings) {
        this.number = number;
        this.directory = directory;
        this.postgres = postgres;
        this.settings = settings;
    }

    /** Its name in the table of jobs. */
    String name() {
        return name;
    }

    /** The address of a path on it. */
    URI at(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    /**
     * Starts it and waits until it is ready; one that can't start, because the database is away, is started again, as
     * whatever runs services would do.
     *
     * @param sameName whether it comes back as the node that it was, or as another one
     */
    void start(boolean sameName) throws IOException, InterruptedException {
        if (!sameName || lives == 0) {
            lives++;
            name = "node-%d-%d".formatted(number, lives);
        }
        wanted = true;
        var end = Instant.now().plus(PATIENCE);
        launch();
        while (!isReady()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("%s is not ready after %s, see %s".formatted(name, PATIENCE, log()));
            }
            if (!isAlive()) {
                launch();
            }
            Thread.sleep(100);
        }
    }

    private void launch() throws IOException {
        var options = new ArrayList<>(List.of(
                "-Xmx224m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dslipway.data-dir=" + directory,
                "-Dslipway.engine.node=" + name,
                "-Dslipway.secrets.key=" + SECRETS_KEY));
        options.addAll(settings);
        options.addAll(postgres.settingsFor(name));
        jvm = new ProcessBuilder(Packaged.command(options))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(Files.createDirectories(directory)
                        .resolve("%s.log".formatted(name))
                        .toFile()))
                .start();
    }

    /** Whether a stop of it had to end without some answers. */
    boolean cutSomebodyOff() throws IOException {
        return Files.readString(log()).contains("Timed out waiting for graceful shutdown");
    }

    private Path log() {
        return directory.resolve("%s.log".formatted(name));
    }

    /** Whether it says that it may get requests. */
    boolean isReady() {
        var request = HttpRequest.newBuilder(at("/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return isAlive()
                    && HTTP.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether its process is there, paused or not. */
    boolean isAlive() {
        var process = jvm;
        return process != null && process.isAlive();
    }

    /** Whether it died though nobody killed it. */
    boolean isLost() {
        return wanted && !isAlive();
    }

    /** Ends it as a loss of power would. */
    void kill() {
        wanted = false;
        var process = jvm;
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Asks it to end, as a service manager does, and waits until it has. */
    void terminate() throws InterruptedException {
        wanted = false;
        var process = jvm;
        if (process != null) {
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new AssertionError("%s does not end, see %s".formatted(name, log()));
            }
        }
    }

    /** Takes away its processor; for all others it is silent. */
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Gives its processor back. It knows nothing of the time between. */
    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var process = jvm;
        if (process != null) {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
