package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import dev.slipway.cli.http.Json;
import dev.slipway.cli.text.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file says of a release task. */
final class Content {

    private static final String STANDARD_INPUT = "-";
    private static final String YAML = "application/yaml";

    private final byte[] bytes;
    private final String type;

    private Content(byte[] bytes, String type) {
        this.bytes = bytes;
        this.type = type;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The media type: JSON of the API, or the YAML that the console exports. */
    String type() {
        return type;
    }

    /** Reads a file; {@code -} is standard input. What begins with a brace is JSON: the exported YAML never does. */
    static Content of(String file, Terminal terminal) {
        try {
            var bytes =
                    file.equals(STANDARD_INPUT) ? terminal.input().readAllBytes() : Files.readAllBytes(Path.of(file));
            var isJson =
                    new String(bytes, StandardCharsets.UTF_8).stripLeading().startsWith("{");
            return new Content(bytes, isJson ? Json.TYPE : YAML);
        } catch (IOException e) {
            throw new Problem(ExitCode.USAGE, "%s can't be read: check that it is there and yours.".formatted(file), e);
        }
    }
}
