package dev.slipway.bench;

import static org.awaitility.Awaitility.await;

import dev.slipway.testing.Packaged;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Slipway as people run it: the packaged program in a JVM of its own with the options of images and services. */
record PackagedSlipway(Process process, int port) implements AutoCloseable {

    private static final String OPTIONS = "deploy/java.options";

    /** A token that may do everything, where Slipway has a database elsewhere. */
    static final String TOKEN = "a token for everything that is measured";

    /** Starts it with its data in an empty directory, and returns when it is ready. */
    static PackagedSlipway start(Path data) throws IOException {
        return start(data, List.of());
    }

    /** The same with settings of the command line. */
    static PackagedSlipway start(Path data, List<String> settings) throws IOException {
        return start(List.of(), data, settings);
    }

    /** The same on one processor only. */
    static PackagedSlipway startPinned(int processor, Path data, List<String> settings) throws IOException {
        return start(List.of("taskset", "--cpu-list", String.valueOf(processor)), data, settings);
    }

    /** The settings for a database elsewhere. */
    static List<String> on(Map<String, String> database) {
        var settings = new ArrayList<String>();
        database.forEach((name, value) -> settings.add("-D%s=%s".formatted(name, value)));
        settings.addAll(List.of(
                "-Dquarkus.datasource.jdbc.max-size=24",
                "-Dquarkus.http.auth.session.encryption-key=the same key on all of the nodes",
                "-Dslipway.secrets.key=c2xpcHdheSB0aGF0IGlzIG1lYXN1cmVkIGFueXdoZXI=",
                "-Dslipway.admin.password=open-sesame-4711",
                "-Dslipway.api.bootstrap-token=" + TOKEN,
                "-Dslipway.api.requests-per-minute=1000000"));
        return settings;
    }

    private static PackagedSlipway start(List<String> around, Path data, List<String> settings) throws IOException {
        var port = freePort();
        var command = new ArrayList<>(around);
        var options =
                new ArrayList<>(List.of("@" + OPTIONS, "-Dslipway.data-dir=" + data, "-Dquarkus.http.port=" + port));
        options.addAll(settings);
        command.addAll(Packaged.command(options));
        var log = data.resolve("slipway.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var slipway = new PackagedSlipway(process, port);
        await("Slipway to answer")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> slipway.answers(log));
        return slipway;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** The options of the JVM: those of images and services, and what the environment adds. */
    String flags() {
        var more = System.getenv("JDK_JAVA_OPTIONS");
        var archive = Packaged.isArchived() ? "classes archived" : "without an archive of classes";
        return "%s, %s%s".formatted(OPTIONS, archive, more == null ? "" : ", " + more);
    }

    /** The memory of the JVM that is in RAM, in KiB. */
    long residentKib() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    private boolean answers(Path log) throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(log));
        }
        try {
            var ready = (HttpURLConnection)
                    address().resolve("/q/health/ready").toURL().openConnection();
            ready.setReadTimeout(2_000);
            return ready.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
