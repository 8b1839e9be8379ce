package dev.slipway.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, as wide as their texts and never wider than the terminal. */
public final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST = 6;

    private final List<List<String>> rows = new ArrayList<>();

    /** An empty table. */
    public Table(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row with a text for each heading, which is cleaned. */
    public void add(String... texts) {
        rows.add(List.of(texts).stream().map(Clean::line).toList());
    }

    /**
     * The lines.
     *
     * @param columns of the terminal; the widest texts are cut until all fit
     */
    public List<String> lines(int columns) {
        var widths = widths();
        for (var over = total(widths) - columns; over > 0; over--) {
            var widest = widest(widths);
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return rows.stream().map(row -> Width.cut(line(row, widths), columns)).toList();
    }

    private int[] widths() {
        var widths = new int[rows.get(0).size()];
        for (var row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], Width.of(row.get(column)));
            }
        }
        return widths;
    }

    private static int total(int[] widths) {
        var total = GAP * (widths.length - 1);
        for (var width : widths) {
            total += width;
        }
        return total;
    }

    private static int widest(int[] widths) {
        var widest = 0;
        for (int column = 1; column < widths.length; column++) {
            widest = widths[column] > widths[widest] ? column : widest;
        }
        return widest;
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(Width.fit(row.get(column), widths[column])).append(" ".repeat(GAP));
        }
        return line.toString().stripTrailing();
    }
}
