package dev.slipway.trail;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes records of comma-separated values as RFC 4180 has them, and so that no spreadsheet runs what a user wrote. */
final class Csv {

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    // Spreadsheets take what begins so for a formula, whether it is quoted or not; an apostrophe makes it text.
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");

    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        var harmless = FORMULA.matcher(text).find() ? "'" + text : text;
        return NEEDS_QUOTES.matcher(harmless).find() ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}
