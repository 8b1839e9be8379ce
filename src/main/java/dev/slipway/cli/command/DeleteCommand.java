package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.http.Ask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway releases delete}. */
@Command(name = "delete", description = "Deletes a release task with its execution records. Asks first.")
final class DeleteCommand extends ReleaseCommand {

    @Mixin
    private final Confirmation confirmation = new Confirmation();

    DeleteCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        confirmation.require(access().terminal(), "Delete %s with its execution records?".formatted(release.title()));
        releases.client().send(Ask.delete(release.path()));
        say("%s is deleted.".formatted(release.title()));
        return ExitCode.DONE;
    }
}
