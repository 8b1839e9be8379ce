package dev.slipway.target.process;

import dev.slipway.target.TargetProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts commands that outlive Slipway.
 *
 * <p>A small shell script of our own, in a process group of its own, takes the order, starts the command and records its
 * exit. It takes the order itself, so it makes no difference where Slipway is killed, or how often it starts the script.
 */
final class Launcher {

    // Where a shell has no terminal, only some can make a process group; setsid always can, but macOS has none.
    private static final String IN_A_GROUP_OF_ITS_OWN = "set -m\n/bin/sh -c \"$@\" &";

    private final Duration grace;
    private final String script;

    Launcher(Duration grace) {
        this.grace = grace;
        this.script = script();
    }

    /** Starts a command for a run, unless the run was started or closed before. */
    void launch(Run run, Path directory, List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(line(run, command))
                .directory(directory.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        run.launcherLog().file().toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            builder.start();
        } catch (IOException e) {
            throw new TargetProblem("The launcher could not be started: " + e.getMessage(), e);
        }
    }

    private List<String> line(Run run, List<String> command) {
        var line = new ArrayList<String>();
        var setsid = setsid();
        if (setsid.isPresent()) {
            line.addAll(List.of(setsid.get(), "/bin/sh", "-c"));
        } else {
            line.addAll(List.of("/bin/sh", "-c", IN_A_GROUP_OF_ITS_OWN, "slipway"));
        }
        line.addAll(List.of(
                script,
                "slipway",
                run.directory().toString(),
                run.log().file().toString(),
                String.valueOf(grace.toSeconds())));
        line.addAll(command);
        return line;
    }

    private static Optional<String> setsid() {
        return Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst();
    }

    private static String script() {
        try (var in = Objects.requireNonNull(Launcher.class.getResourceAsStream("launch.sh"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
