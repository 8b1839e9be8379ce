package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.http.Json;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway releases retry}. */
@Command(name = "retry", description = "Runs what failed once more, and goes on from there.")
final class RetryCommand extends ReleaseCommand {

    @Option(
            names = "--task",
            paramLabel = "STAGE/TASK",
            description = "Take up only this failed task. May be given several times.")
    private List<String> tasks = new ArrayList<>();

    RetryCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        var body = Json.object();
        if (!tasks.isEmpty()) {
            body.set("selected_tasks", Places.of(releases.whole(release, null)).selected(tasks, List.of()));
        }
        releases.act(release, "retry", body);
        say("%s is tried again. To follow it: slipway releases watch %s".formatted(release.title(), release.title()));
        return ExitCode.DONE;
    }
}
