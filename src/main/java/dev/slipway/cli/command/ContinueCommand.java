package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.http.Json;
import picocli.CommandLine.Command;

/** {@code slipway releases continue}. */
@Command(name = "continue", description = "Lets a stopped release go on.")
final class ContinueCommand extends ReleaseCommand {

    ContinueCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        releases.act(release, "continue", Json.object());
        say("%s goes on.".formatted(release.title()));
        return ExitCode.DONE;
    }
}
