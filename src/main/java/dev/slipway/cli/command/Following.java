package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.text.Terminal;
import dev.slipway.cli.watch.LiveView;
import dev.slipway.cli.watch.PlainView;
import dev.slipway.cli.watch.QuietView;
import dev.slipway.cli.watch.Subject;
import dev.slipway.cli.watch.View;
import dev.slipway.cli.watch.Watching;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an execution is followed. */
final class Following {

    @Option(names = "--plain", description = "A line for each change, also on a terminal.")
    private boolean plain;

    @Option(
            names = "--exit-when-waiting",
            description = "End with 6 as soon as the release waits for a person: it has to be approved, or is paused.")
    private boolean exitWhenWaiting;

    @Option(names = "--timeout", paramLabel = "TIME", description = "End with 6 after so long: 90s, 10m, 2h.")
    private @Nullable Duration timeout;

    @Option(
            names = "--lost-for",
            paramLabel = "TIME",
            description = "End with 7 when Slipway does not answer for so long. Usually 5m.")
    private Duration lostFor = Duration.ofMinutes(5);

    @Option(names = "--every", paramLabel = "TIME", description = "The time between two looks. Usually 1s.")
    private Duration every = Duration.ofSeconds(1);

    /** A picture where it can be drawn, else a line for each change. */
    View view(Terminal terminal, Release release) {
        var subject = subject(release);
        return plain || !terminal.canRedraw() ? new PlainView(terminal, subject) : new LiveView(terminal, subject);
    }

    View quietView(Terminal terminal, Release release) {
        return new QuietView(terminal, subject(release));
    }

    static Subject subject(Release release) {
        return new Subject(release.title(), "slipway releases");
    }

    /** Follows an execution until it ends. */
    ExitCode follow(Releases releases, String path, View view, Terminal terminal) {
        var limits = new Watching.Limits(every, timeout, lostFor, exitWhenWaiting);
        // Ctrl-C ends this program, with 130, and nothing else.
        var farewell = new Thread(() -> terminal.err().println("\nThe release goes on without being watched."));
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            return new Watching(releases.client(), limits, view).follow(path);
        } finally {
            forget(farewell);
        }
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook runs.
            farewell.setName("farewell");
        }
    }
}
