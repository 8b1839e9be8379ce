package dev.slipway.database;

import dev.slipway.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that holds a data directory and runs its database until it is killed. */
final class OtherSlipway implements AutoCloseable {

    private final Process process;
    private final String url;

    private OtherSlipway(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Started by {@link #in(Path)}. */
    public static void main(String... args) throws IOException {
        var directory = DataDirectory.open(Path.of(args[0]));
        System.out.println(EmbeddedDatabase.start(directory, Database.programs(), Durability.DURABLE)
                .url());
        System.in.readAllBytes();
    }

    static OtherSlipway in(Path directory) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        var process = new ProcessBuilder(java, "-cp", classes, OtherSlipway.class.getName(), directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (var line : (Iterable<String>) process.inputReader().lines()::iterator) {
            if (line.startsWith("jdbc:")) {
                return new OtherSlipway(process, line);
            }
        }
        throw new IllegalStateException("the other Slipway ended without starting its database");
    }

    String url() {
        return url;
    }

    /** Ends the JVM as {@code kill -9} does; its PostgreSQL goes on. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
