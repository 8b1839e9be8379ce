package dev.slipway.cli.text;

import java.util.regex.Pattern;

/**
 * Takes out of a text whatever a terminal would obey instead of showing it. A display name or a line of a log is written by
 * somebody else, and could clear the screen, change its title or turn words around.
 */
public final class Clean {

    private static final String ESCAPE = "\u001b";

    /** Sequences of ECMA-48 as a whole, so that their harmless remains are not left in the text. */
    private static final Pattern SEQUENCES = Pattern.compile("(?:" + ESCAPE + "\\[|\u009b)[0-?]*[ -/]*[@-~]"
            + "|(?:" + ESCAPE + "[\\]P^_X]|[\u009d\u0090\u009e\u009f\u0098])[^\u0007\u001b\u009c]*(?:\u0007|" + ESCAPE
            + "\\\\|\u009c)?");

    private Clean() {}

    /** A text for one line: line breaks and tabs become spaces. */
    public static String line(String text) {
        return lines(text.replace("\r\n", "\n")).replaceAll("[\n\t]", " ");
    }

    /** A text that may have several lines; only line feeds and tabs are left of what is invisible. */
    public static String lines(String text) {
        var clean = new StringBuilder();
        SEQUENCES
                .matcher(text)
                .replaceAll("")
                .codePoints()
                .filter(Clean::isShown)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** JSON for a terminal: the same values, with what a terminal could obey written as an escape of JSON. */
    public static String json(String text) {
        var clean = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isShown(point) || point == '\r') {
                clean.appendCodePoint(point);
            } else {
                for (var unit : Character.toChars(point)) {
                    clean.append("\\u%04x".formatted((int) unit));
                }
            }
        });
        return clean.toString();
    }

    private static boolean isShown(int point) {
        return point == '\n'
                || point == '\t'
                || switch (Character.getType(point)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
                    case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }
}
