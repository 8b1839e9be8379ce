package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import dev.slipway.cli.http.Address;
import dev.slipway.cli.http.Ask;
import dev.slipway.cli.text.Clean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway upload}. */
@Command(
        name = "upload",
        description =
                "Uploads an archive of source for Build tasks on Kubernetes, and says what these name it as upload.")
final class UploadCommand implements Runnable {

    private static final String TYPE = "application/octet-stream";

    private final Access access;

    @Parameters(
            paramLabel = "FILE",
            description = "ZIP, or tar, also compressed with gzip, bzip2 or xz. The same file is the same upload.")
    private Path file = Path.of("");

    UploadCommand(Access access) {
        this.access = access;
    }

    @Override
    public void run() {
        var path = "/uploads?name=" + Address.encoded(String.valueOf(file.getFileName()));
        var answer = access.client().send(Ask.post(path, TYPE, content())).json();
        access.terminal().out().println(Clean.line(answer.path("upload").asText()));
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Problem(ExitCode.USAGE, "%s can't be read: check that it is there and yours.".formatted(file), e);
        }
    }
}
