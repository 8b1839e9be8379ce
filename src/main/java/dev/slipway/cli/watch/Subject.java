package dev.slipway.cli.watch;

/**
 * What is watched, as its user calls it.
 *
 * @param release the name of the release task
 * @param command how the commands for it begin
 */
public record Subject(String release, String command) {

    /** A command for this release task. */
    String hint(String verb, String rest) {
        return "%s %s %s%s".formatted(command, verb, release, rest.isEmpty() ? "" : " " + rest);
    }

    /** A text as one word of a shell. */
    static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
