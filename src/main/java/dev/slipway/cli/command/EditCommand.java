package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.http.Ask;
import dev.slipway.cli.text.Clean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway releases edit}. */
@Command(name = "edit", description = "Replaces what a release task says by what a file says, its name included.")
final class EditCommand extends ReleaseCommand {

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            required = true,
            description = "What 'export' and the console's Export give, or JSON of the API. - is standard input.")
    private String file = "";

    EditCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        var content = Content.of(file, access().terminal());
        var edited = releases.client()
                .send(Ask.put(release.path(), content.type(), content.bytes()))
                .json();
        say("%s is saved as revision %d."
                .formatted(
                        Clean.line(edited.path("name").asText()),
                        edited.path("version").asInt()));
        return ExitCode.DONE;
    }
}
