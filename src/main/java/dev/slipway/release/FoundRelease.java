package dev.slipway.release;

import dev.slipway.execution.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release task as the list needs it, without its phases.
 *
 * @param executions how often it was executed
 * @param executionId its latest execution; null like its time and its status where there was none
 */
public record FoundRelease(
        UUID id,
        String name,
        String description,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastExecutedAt,
        @Nullable Long executionId,
        int executions,
        @Nullable Status executionStatus,
        @Nullable String remark) {

    Status status() {
        return executionStatus == null ? Status.NOT_EXECUTED : executionStatus;
    }
}
