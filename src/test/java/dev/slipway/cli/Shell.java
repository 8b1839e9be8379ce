package dev.slipway.cli;

import dev.slipway.cli.command.SlipwayCommand;
import dev.slipway.cli.text.Screen;
import dev.slipway.cli.text.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Somebody at a prompt, with variables, a home directory and perhaps a terminal of their own. */
final class Shell {

    private final Map<String, String> variables = new HashMap<>();
    private final Path home;
    private boolean isTerminal;
    private String input = "";

    Shell() {
        try {
            home = Files.createTempDirectory(Path.of("target"), "home-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command said, and how it ended. */
    record Said(int code, String out, String err) {}

    static Shell of(int port, String token) {
        return new Shell().with("SLIPWAY_SERVER", "http://localhost:" + port).with("SLIPWAY_TOKEN", token);
    }

    Shell with(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Shell onATerminal() {
        isTerminal = true;
        return this;
    }

    /** What the next command reads from standard input, or is answered to its question. */
    Shell typing(String text) {
        input = text;
        return this;
    }

    Path home() {
        return home;
    }

    Said run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                variables,
                home,
                new Painted());
        var code = SlipwayCommand.run(terminal, arguments);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private final class Painted implements Screen {

        @Override
        public boolean showsOutput() {
            return isTerminal;
        }

        @Override
        public boolean canAsk() {
            return isTerminal;
        }

        @Override
        public Size size() {
            return new Size(80, 24);
        }

        @Override
        public Optional<char[]> askSecretly(String prompt) {
            return Optional.of(input.strip().toCharArray());
        }
    }
}
