package dev.slipway.cli.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of this process, by the tools of POSIX: the console of Java 17 exists only where both input and output are
 * a terminal, and none tells a size.
 */
final class ProcessScreen implements Screen {

    private static final Size USUAL = new Size(80, 24);
    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("([1-9]\\d{0,3}) ([1-9]\\d{0,3})\\s*");

    private static final int INPUT = 1;
    private static final int OUTPUT = 2;
    private static final int ERRORS = 4;
    private static final String LOOK =
            "r=0; [ -t 0 ] && r=$((r+1)); [ -t 1 ] && r=$((r+2)); [ -t 2 ] && r=$((r+4)); exit $r";

    private @Nullable Integer terminals;

    @Override
    public boolean showsOutput() {
        return has(OUTPUT);
    }

    @Override
    public boolean canAsk() {
        return has(INPUT) && has(ERRORS);
    }

    private boolean has(int part) {
        if (terminals == null) {
            terminals = look();
        }
        return (terminals & part) != 0;
    }

    private static int look() {
        try {
            return new ProcessBuilder("sh", "-c", LOOK).inheritIO().start().waitFor();
        } catch (IOException e) {
            // Where there is no shell, as on Windows, everything is written as into a file.
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Asked again each time, because people change it. */
    @Override
    public Size size() {
        try {
            var stty = new ProcessBuilder("sh", "-c", "stty size < /dev/tty")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            var match = ROWS_AND_COLUMNS.matcher(said);
            return match.matches()
                    ? new Size(Integer.parseInt(match.group(2)), Integer.parseInt(match.group(1)))
                    : USUAL;
        } catch (IOException e) {
            return USUAL;
        }
    }

    // Up to Java 21 there is none where input or output is no terminal; asked for only after canAsk.
    @SuppressWarnings("SystemConsoleNull")
    @Override
    public Optional<char[]> askSecretly(String prompt) {
        var console = System.console();
        return console == null ? Optional.empty() : Optional.ofNullable(console.readPassword("%s", prompt));
    }
}
