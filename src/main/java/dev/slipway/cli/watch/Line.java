package dev.slipway.cli.watch;

import dev.slipway.cli.text.Style;
import dev.slipway.cli.text.Width;

/**
 * A line of a picture with one part that stands out.
 *
 * @param before clean text
 * @param word clean text that has the style
 * @param after clean text
 */
record Line(String before, String word, Style style, String after) {

    static Line plain(String text) {
        return new Line(text, "", Style.PLAIN, "");
    }

    static Line styled(String text, Style style) {
        return new Line("", text, style, "");
    }

    /** The same line with nothing beyond a column. */
    Line cut(int columns) {
        var start = Width.cut(before, columns);
        var left = columns - Width.of(start);
        var middle = start.equals(before) ? Width.cut(word, left) : "";
        var end = middle.equals(word) ? Width.cut(after, left - Width.of(middle)) : "";
        return new Line(start, middle, style, start.equals(before) ? end : "");
    }

    String text() {
        return before + word + after;
    }

    String drawn(boolean colours) {
        return colours ? before + style.on(word) + after : text();
    }
}
