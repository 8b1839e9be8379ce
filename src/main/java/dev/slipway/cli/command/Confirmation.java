package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import dev.slipway.cli.text.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;

/** Makes sure that something dangerous is meant. */
final class Confirmation {

    private static final Set<String> YES = Set.of("y", "yes");

    @Option(
            names = {"-y", "--yes"},
            description = "Don't ask. Needed where nobody can be asked.")
    private boolean yes;

    /** @throws Problem if nobody has agreed */
    void require(Terminal terminal, String question) {
        if (yes) {
            return;
        }
        if (!terminal.screen().canAsk()) {
            throw new Problem(ExitCode.USAGE, "There is nobody to ask: %s If so, add --yes.".formatted(question));
        }
        terminal.err().print(question + " [y/N] ");
        terminal.err().flush();
        if (!YES.contains(answer(terminal).strip().toLowerCase(Locale.ROOT))) {
            throw new Problem(ExitCode.USAGE, "Nothing was done.");
        }
    }

    private static String answer(Terminal terminal) {
        try {
            var line = new BufferedReader(new InputStreamReader(terminal.input(), StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new Problem(ExitCode.USAGE, "Standard input can't be read. Nothing was done.", e);
        }
    }
}
