package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.http.Json;
import picocli.CommandLine.Command;

/** {@code slipway releases stop}. */
@Command(
        name = "stop",
        description = "Lets running tasks end and starts nothing new; on a paused release, ends it as failed.")
final class StopCommand extends ReleaseCommand {

    StopCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        releases.act(release, "stop", Json.object());
        say("%s is being stopped.".formatted(release.title()));
        return ExitCode.DONE;
    }
}
