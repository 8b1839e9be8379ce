package dev.slipway.execution;

import dev.slipway.live.Audience;
import dev.slipway.project.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task on the Release Process View.
 *
 * @param href its page; null where it has not been part of an execution yet
 * @param decide its decision dialog; null unless it waits and the viewer may decide
 */
public record Card(
        String name,
        String title,
        String taskType,
        String target,
        Status status,
        int attempt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String message,
        @Nullable String href,
        @Nullable String decide) {

    static Card of(CardFacts step, String execution, Audience audience) {
        var href = "%s/steps/%s".formatted(execution, step.name());
        return new Card(
                step.name(),
                step.displayName(),
                step.taskType(),
                step.target(),
                step.status(),
                step.attempt(),
                step.startedAt(),
                step.endedAt(),
                step.message(),
                href,
                step.status() == Status.TO_BE_APPROVED && audience.may(Permission.DECIDE) ? href + "/decision" : null);
    }

    static Card planned(Plan.Step step) {
        return new Card(
                step.name(),
                step.displayName(),
                step.type().id(),
                step.target(),
                Status.NOT_EXECUTED,
                0,
                null,
                null,
                null,
                null,
                null);
    }

    /** The address of an execution. */
    static String execution(UUID release, int no) {
        return "/releases/%s/executions/%d".formatted(release, no);
    }

    public boolean isRunning() {
        return status == Status.RUNNING;
    }

    public boolean isWaiting() {
        return status == Status.TO_BE_APPROVED;
    }

    /** The first line of its message, which is a sentence; the page of the task has the rest. */
    public @Nullable String brief() {
        return message == null ? null : message.lines().findFirst().orElse("");
    }

    /** How long its attempt took; null while it has none or runs. */
    public @Nullable Duration took() {
        return startedAt == null || endedAt == null || status == Status.NOT_EXECUTED
                ? null
                : Duration.between(startedAt, endedAt);
    }
}
