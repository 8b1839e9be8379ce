package dev.slipway.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The programs of PostgreSQL, unpacked and ready to be run. */
public final class Programs {

    // PostgreSQL refuses to run as root; in a user namespace of its own root is nobody.
    private static final List<String> AS_NOBODY = List.of("unshare", "-U");

    private final Path home;
    private final List<String> prefix;

    private Programs(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /** What a program said, and whether it did what it was asked for. */
    record Outcome(boolean succeeded, String output) {}

    /** Unpacks the programs below the directory, unless an earlier start has done so. */
    public static synchronized Programs unpackedIn(Path directory) {
        try {
            Files.createDirectories(directory);
            try (var channel = FileChannel.open(directory.resolve("unpack.lock"), CREATE, WRITE)) {
                channel.lock();
                return new Programs(unpack(directory), prefix());
            }
        } catch (IOException e) {
            throw new CannotStart("Slipway cannot unpack PostgreSQL into %s: %s.".formatted(directory, e), e);
        }
    }

    /** Runs a program to its end; the input is all it can read. */
    Outcome run(String input, String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            return run(command, input);
        } catch (IOException e) {
            throw new CannotStart("Slipway cannot run %s: %s.".formatted(command.get(0), e.getMessage()), e);
        }
    }

    private static Outcome run(List<String> command, String input) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        // macOS starts threads to find out a locale, and PostgreSQL refuses to start with threads.
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try (var toProcess = process.outputWriter(StandardCharsets.UTF_8)) {
            toProcess.write(input);
        }
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (output.startsWith("unshare:")) {
            throw new CannotStart(
                    "PostgreSQL does not run as root and this machine does not let unshare change that: start Slipway as another user or set quarkus.datasource.jdbc.url to a database of your own.");
        }
        return new Outcome(process.onExit().join().exitValue() == 0, output);
    }

    private static Path unpack(Path directory) throws IOException {
        var archive = Archive.forThisMachine();
        var home = directory.toRealPath().resolve(archive.name());
        if (!Files.isDirectory(home)) {
            archive.unpackTo(home);
        }
        return home;
    }

    private static List<String> prefix() throws IOException {
        var self = Path.of("/proc/self");
        var root = Files.exists(self) && Files.getAttribute(self, "unix:uid").equals(0);
        return root ? AS_NOBODY : List.of();
    }
}
