package dev.slipway.target.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the log of BuildKit tells ({@code --progress=plain}). Pure functions. */
final class BuildLog {

    private static final int FEW = 10;

    /** {@code #12 pushing manifest for registry.example.com/web:1.0@sha256:... 0.4s done}; what a step prints has its time before it. */
    private static final Pattern PUSHED =
            Pattern.compile("^#\\d+ pushing manifest for \\S+@(sha256:[0-9a-f]{64})(?: .*)?$");

    private BuildLog() {}

    /** The lines of a log; without the last one if it may go on. */
    static List<String> lines(String text, boolean ended) {
        var lines = new ArrayList<>(text.lines().toList());
        if (!ended && !lines.isEmpty() && !text.endsWith("\n")) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** The digest of the image that was pushed; empty if the lines don't tell. */
    static Optional<String> digest(List<String> lines) {
        return lines.stream()
                .map(PUSHED::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .reduce((before, last) -> last);
    }

    /** The last lines, to put after a sentence; empty if there are none. */
    static String ending(List<String> lines) {
        var last = lines.stream().filter(line -> !line.isBlank()).toList();
        var few = last.subList(Math.max(0, last.size() - FEW), last.size());
        return few.isEmpty() ? "" : "\nLast lines of its log:\n" + String.join("\n", few);
    }
}
