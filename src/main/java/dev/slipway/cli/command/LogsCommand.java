package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Pause;
import dev.slipway.cli.http.Address;
import dev.slipway.cli.http.Ask;
import dev.slipway.cli.record.Execution;
import dev.slipway.cli.record.Task;
import dev.slipway.cli.text.Clean;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway releases logs}. */
@Command(name = "logs", description = "Prints what a task has written.")
final class LogsCommand extends ReleaseCommand {

    private static final int PAGE = 1000;

    @Parameters(index = "1", paramLabel = "TASK", description = "The task, as STAGE/TASK or TASK.")
    private String task = "";

    @Option(names = "--record", paramLabel = "N", description = "Number of the execution. Usually the latest.")
    private @Nullable Integer record;

    @Option(names = "--attempt", paramLabel = "N", description = "Number of the attempt. Usually the latest.")
    private @Nullable Integer attempt;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until the task has ended.")
    private boolean follow;

    @Option(names = "--every", paramLabel = "TIME", description = "The time between two looks. Usually 1s.")
    private Duration every = Duration.ofSeconds(1);

    LogsCommand(Access access) {
        super(access);
    }

    private record Line(long line, String text) {}

    private record Log(List<Line> lines) {}

    @Override
    ExitCode run(Releases releases, Release release) {
        var execution = releases.whole(release, record);
        var key = Places.of(execution).task(task).task();
        var known = 0L;
        while (true) {
            // Looked at before the log is read: what has ended writes nothing more.
            var goesOn = follow && mayWrite(execution, key);
            known = print(releases, logOf(release, execution, key), known);
            if (!goesOn) {
                return ExitCode.DONE;
            }
            Pause.of(every, "It was interrupted.");
            execution = releases.client()
                    .send(Ask.get(Releases.path(release, execution.id())))
                    .as(Execution.class);
        }
    }

    private boolean mayWrite(Execution execution, String key) {
        var of = execution.tasks().filter(each -> each.name().equals(key)).findFirst();
        return !execution.status().isEnd()
                && of.filter(each -> attempt == null || each.attempt() <= attempt)
                        .isPresent()
                && !of.map(Task::isDone).orElse(true);
    }

    private String logOf(Release release, Execution execution, String key) {
        return "%s/tasks/%s/log?%slimit=%d"
                .formatted(
                        Releases.path(release, execution.id()),
                        Address.encoded(key),
                        attempt == null ? "" : "attempt=%d&".formatted(attempt),
                        PAGE);
    }

    /** Prints what comes after a line, and gives the number of the last one. */
    private long print(Releases releases, String path, long known) {
        var last = known;
        while (true) {
            var page = releases.client()
                    .send(Ask.get("%s&offset=%d".formatted(path, last)))
                    .as(Log.class);
            for (var line : page.lines()) {
                say(Clean.lines(line.text()));
                last = line.line();
            }
            if (page.lines().size() < PAGE) {
                return last;
            }
        }
    }
}
