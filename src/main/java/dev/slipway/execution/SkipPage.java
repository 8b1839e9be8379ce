package dev.slipway.execution;

import org.jspecify.annotations.Nullable;

/**
 * Asks why a failed task may be skipped.
 *
 * @param error what the task failed with
 * @param reason what was written so far
 * @param problem what is wrong with it; null if nothing is
 */
public record SkipPage(
        InterventionPage.Subject subject,
        String task,
        String title,
        @Nullable String error,
        String reason,
        @Nullable String problem) {

    /** Where the answer goes. */
    public String action() {
        return "%s/steps/%s/skip".formatted(subject.execution(), task);
    }

    /** The address of the task. */
    public String step() {
        return "%s/steps/%s".formatted(subject.execution(), task);
    }

    SkipPage with(String written, String wrong) {
        return new SkipPage(subject, task, title, error, written, wrong);
    }
}
