package dev.slipway.template;

/**
 * Something about a package that its reader should know.
 *
 * @param wrong nothing can be created until it is put right; otherwise it is left out, and the rest is created
 * @param file the path in the package; empty: the package itself
 * @param line from 1; 0: the file as a whole
 */
public record Remark(boolean wrong, String file, int line, String text) {

    /** Where it is: {@code app-1/app.yaml, line 3}. */
    public String place() {
        if (file.isEmpty()) {
            return "";
        }
        return line == 0 ? file : "%s, line %d".formatted(file, line);
    }
}
