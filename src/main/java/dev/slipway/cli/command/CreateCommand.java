package dev.slipway.cli.command;

import dev.slipway.cli.http.Ask;
import dev.slipway.cli.text.Clean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway releases create}. */
@Command(name = "create", description = "Creates a release task from a file.")
final class CreateCommand implements Runnable {

    private final Access access;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            required = true,
            description = "What 'export' and the console's Export give, or JSON of the API. - is standard input.")
    private String file = "";

    CreateCommand(Access access) {
        this.access = access;
    }

    @Override
    public void run() {
        var content = Content.of(file, access.terminal());
        var releases = new Releases(access);
        var created = releases.client()
                .send(Ask.post(releases.query(""), content.type(), content.bytes()))
                .json();
        access.terminal()
                .out()
                .println("%s is created. Id %s"
                        .formatted(
                                Clean.line(created.path("name").asText()),
                                Clean.line(created.path("id").asText())));
    }
}
