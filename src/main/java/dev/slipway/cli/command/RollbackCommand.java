package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.http.Json;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway releases rollback}. */
@Command(
        name = "rollback",
        description = "Puts back what the latest execution has changed and nobody else since. Asks first.")
final class RollbackCommand extends ReleaseCommand {

    @Option(
            names = "--task",
            paramLabel = "STAGE/TASK",
            description = "Put back only what this task has changed. May be given several times.")
    private List<String> tasks = new ArrayList<>();

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    RollbackCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        var body = Json.object();
        if (!tasks.isEmpty()) {
            body.set("selected_tasks", Places.of(releases.whole(release, null)).selected(tasks, List.of()));
        }
        confirmation.require(
                access().terminal(),
                "Put back what the latest execution of %s has changed?".formatted(release.title()));
        releases.act(release, "rollback", body);
        say("%s is rolled back. To follow it: slipway releases watch %s".formatted(release.title(), release.title()));
        return ExitCode.DONE;
    }
}
