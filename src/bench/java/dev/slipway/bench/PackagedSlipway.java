package dev.slipway.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Slipway as people run it: the packaged program in a JVM of its own, with its embedded database and the demo. */
record PackagedSlipway(Process process, int port) implements AutoCloseable {

    private static final String JAR = "target/quarkus-app/quarkus-run.jar";

    /** Starts it with its data in an empty directory, and returns when it answers. */
    static PackagedSlipway start(Path data) throws IOException {
        var port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dslipway.data-dir=" + data, "-Dquarkus.http.port=" + port));
        command.addAll(List.of("-jar", JAR));
        var log = data.resolve("slipway.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var slipway = new PackagedSlipway(process, port);
        await("Slipway to answer").atMost(Duration.ofMinutes(2)).until(() -> slipway.answers(log));
        return slipway;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** The options of the JVM, if it got any. */
    String flags() {
        var options = System.getenv("JDK_JAVA_OPTIONS");
        return options == null ? "the JVM's default flags" : options;
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
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connection.isConnected();
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
