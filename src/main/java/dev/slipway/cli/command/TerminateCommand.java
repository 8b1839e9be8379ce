package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.http.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway releases terminate}. */
@Command(name = "terminate", description = "Ends a release at once; what runs counts as failed. Asks first.")
final class TerminateCommand extends ReleaseCommand {

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    TerminateCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        confirmation.require(
                access().terminal(), "End %s at once, in the middle of what runs?".formatted(release.title()));
        releases.act(release, "terminate", Json.object());
        say("%s is terminated.".formatted(release.title()));
        return ExitCode.DONE;
    }
}
