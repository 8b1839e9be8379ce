package dev.slipway.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two attempts of a task side by side.
 *
 * @param numbers the numbers of all its attempts
 */
public record AttemptsPage(
        UUID releaseId,
        String releaseName,
        int executionNo,
        String task,
        String title,
        List<Integer> numbers,
        Attempt left,
        Attempt right) {

    /** One attempt: how it went, and what it left. */
    public record Attempt(
            int no,
            Status status,
            @Nullable Instant startedAt,
            @Nullable Duration took,
            @Nullable String message,
            List<StepPage.Fact> output,
            @Nullable Decision decision,
            LogPage log) {}

    /** The address of the task. */
    public String step() {
        return "%s/steps/%s".formatted(Card.execution(releaseId, executionNo), task);
    }
}
