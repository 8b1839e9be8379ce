package dev.slipway.cli.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.cli.text.Clean;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A task in an execution.
 *
 * @param groupIndex tasks with the same one run one after another, others side by side
 * @param startTime epoch milliseconds; null: it has not begun
 * @param message what it does, or came to
 */
public record Task(
        String name,
        String displayName,
        String taskType,
        String groupIndex,
        @JsonProperty("status") int code,
        int attempt,
        @Nullable Long startTime,
        @Nullable Long endTime,
        @Nullable String message,
        @Nullable Decision approval) {

    /** Who decided at a checkpoint, and what. */
    public record Decision(String approvalType, String approver, String message) {

        String words() {
            var verdict = "%s %s".formatted(approver, approvalType.equals("agree") ? "agreed" : "rejected");
            return message.isEmpty() ? verdict : "%s: %s".formatted(verdict, message);
        }
    }

    /** Where it stands. */
    public Status status() {
        return Status.of(code);
    }

    /** What people call it, clean. */
    public String title() {
        return Clean.line(displayName);
    }

    /** What there is to say about it beyond its status, clean; empty: nothing. */
    public String says() {
        if (approval != null) {
            return Clean.line(approval.words());
        }
        var done = status() == Status.SUCCESSFUL || status() == Status.NOT_EXECUTED;
        return message == null || done ? "" : Clean.line(message);
    }

    /** Whether a person has to decide. */
    public boolean waits() {
        return status() == Status.TO_BE_APPROVED;
    }

    /** Whether nothing more will come of this attempt. */
    public boolean isDone() {
        return switch (status()) {
            case SUCCESSFUL, RELEASE_FAILED, SKIPPED, ROLLED_BACK, ROLLBACK_FAILED -> true;
            default -> false;
        };
    }

    /** How long it has taken so far; null: it has not begun. */
    public @Nullable Duration took(long nowMillis) {
        return Spans.between(startTime, endTime, nowMillis);
    }
}
