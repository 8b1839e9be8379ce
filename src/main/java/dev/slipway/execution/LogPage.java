package dev.slipway.execution;

import java.util.List;

/**
 * Lines of the log of an attempt.
 *
 * @param earlier how many lines before the first one are not on the page
 */
public record LogPage(long stepRun, int attempt, List<StepLog.Line> lines, long earlier) {

    /** The number of the last line, the version of the live view. */
    public long last() {
        return lines.isEmpty() ? earlier : lines.get(lines.size() - 1).no();
    }
}
