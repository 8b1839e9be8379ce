package dev.slipway.cli.text;

import java.util.ArrayList;
import java.util.List;

/** How many columns of a terminal a clean text takes, and texts that take as many as they should. */
public final class Width {

    private static final String MORE = "…";

    private Width() {}

    /** The columns of a text: two for wide characters of East Asia and for pictures, none for combining marks. */
    public static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static int of(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    // The blocks of Unicode's EastAsianWidth.txt whose characters are W or F, a little coarser.
    private static boolean isWide(int point) {
        return point >= 0x1100
                && (point <= 0x115F
                        || (point >= 0x2E80 && point <= 0xA4CF && point != 0x303F)
                        || (point >= 0xA960 && point <= 0xA97C)
                        || (point >= 0xAC00 && point <= 0xD7A3)
                        || (point >= 0xF900 && point <= 0xFAFF)
                        || (point >= 0xFE30 && point <= 0xFE6F)
                        || (point >= 0xFF01 && point <= 0xFF60)
                        || (point >= 0xFFE0 && point <= 0xFFE6)
                        || (point >= 0x1F300 && point <= 0x1FAFF)
                        || (point >= 0x20000 && point <= 0x3FFFD));
    }

    /** As much of a text as has room, with a mark at the end where something is missing. */
    public static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        var room = Math.max(0, columns - of(MORE));
        var end = 0;
        for (var used = 0; end < text.length(); end += Character.charCount(text.codePointAt(end))) {
            used += of(text.codePointAt(end));
            if (used > room) {
                break;
            }
        }
        return columns < 1 ? "" : text.substring(0, end) + MORE;
    }

    /** A text broken into lines at its spaces; those after the first are indented as the first one is, and a bit more. */
    public static List<String> wrapped(String text, int columns) {
        var indent = " ".repeat(text.length() - text.stripLeading().length());
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indent);
        var isEmpty = true;
        for (var word : text.strip().split(" +", -1)) {
            if (!isEmpty && of(line + " " + word) > columns) {
                lines.add(line.toString());
                line = new StringBuilder(indent + "  ");
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    /** A text cut or filled with spaces to just so many columns. */
    public static String fit(String text, int columns) {
        var cut = cut(text, columns);
        return cut + " ".repeat(Math.max(0, columns - of(cut)));
    }
}
