package dev.slipway.cli.http;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;

/** A secret that opens the API. Nothing prints it: not its text form, not an error. */
public final class Token {

    private final String text;

    private Token(String text) {
        this.text = text;
    }

    /**
     * Takes a token.
     *
     * @param from where it was found, for whoever has to repair it
     * @throws Problem if it can't be one
     */
    public static Token of(String text, String from) {
        var stripped = text.strip();
        if (!stripped.matches("[\\x21-\\x7E]{1,4096}")) {
            throw new Problem(
                    ExitCode.NOT_PERMITTED,
                    "%s has no token: it must be one line of letters, digits and signs.".formatted(from));
        }
        return new Token(stripped);
    }

    /** The value of the header that carries it. */
    String header() {
        return text;
    }

    /** The content of the file in which it is kept. */
    String line() {
        return text + "\n";
    }

    @Override
    public String toString() {
        return "a token";
    }
}
