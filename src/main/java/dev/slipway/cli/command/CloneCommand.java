package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.http.Ask;
import dev.slipway.cli.http.Json;
import dev.slipway.cli.text.Clean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway releases clone}. */
@Command(name = "clone", description = "Creates another release task that says the same.")
final class CloneCommand extends ReleaseCommand {

    @Parameters(index = "1", paramLabel = "NEW-NAME", description = "The name of the new one.")
    private String newName = "";

    CloneCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        var body = Json.bytes(Json.object().put("name", newName));
        var created = releases.client()
                .send(Ask.post(release.path() + "/clone", Json.TYPE, body))
                .json();
        say("%s is created. Id %s"
                .formatted(
                        Clean.line(created.path("name").asText()),
                        Clean.line(created.path("id").asText())));
        return ExitCode.DONE;
    }
}
