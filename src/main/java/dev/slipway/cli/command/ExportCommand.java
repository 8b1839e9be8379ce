package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.http.Ask;
import picocli.CommandLine.Command;

/** {@code slipway releases export}. */
@Command(name = "export", description = "Prints a release task as the YAML file that the console exports.")
final class ExportCommand extends ReleaseCommand {

    ExportCommand(Access access) {
        super(access);
    }

    /** The writer of these files escapes whatever is no visible character, so the bytes may reach a terminal as they are. */
    @Override
    ExitCode run(Releases releases, Release release) {
        var file = releases.client().send(Ask.get(release.path() + "/file"));
        access().terminal().out().writeBytes(file.bytes());
        return ExitCode.DONE;
    }
}
