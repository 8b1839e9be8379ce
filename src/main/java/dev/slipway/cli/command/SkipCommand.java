package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.http.Json;
import dev.slipway.cli.text.Clean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway releases skip}. */
@Command(name = "skip", description = "Lets a release go on as if a failed task had not been there.")
final class SkipCommand extends ReleaseCommand {

    @Parameters(index = "1", paramLabel = "TASK", description = "The task that failed.")
    private String task = "";

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            required = true,
            description = "Why. Stands in the execution record.")
    private String message = "";

    SkipCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        var place = Places.of(releases.whole(release, null)).task(task);
        releases.act(
                release, "skip", Json.object().put("task_name", place.task()).put("message", message));
        say("%s is skipped.".formatted(Clean.line(place.taskTitle())));
        return ExitCode.DONE;
    }
}
