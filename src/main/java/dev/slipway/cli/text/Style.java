package dev.slipway.cli.text;

/** How a word stands out on a terminal; the word itself says as much. */
public enum Style {
    PLAIN(""),
    STRONG("1"),
    GOOD("32"),
    BAD("1;31"),
    BUSY("36"),
    ASKS("1;33"),
    QUIET("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** A clean text with the codes of ECMA-48 around it. */
    public String on(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[%sm%s\u001b[0m".formatted(code, text);
    }
}
