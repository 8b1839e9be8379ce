package dev.slipway.release;

import dev.slipway.execution.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release task in the list.
 *
 * @param strip the phases of its latest execution; empty where there was none
 * @param executable the viewer may execute it, and it may be executed now
 */
public record ReleaseRow(
        UUID id,
        String name,
        String description,
        Status status,
        List<PhaseMark> strip,
        @Nullable Instant lastExecutedAt,
        String createdBy,
        boolean executable) {

    static ReleaseRow of(FoundRelease found, Map<Long, List<PhaseMark>> strips, boolean mayExecute) {
        List<PhaseMark> strip =
                found.executionId() == null ? List.of() : strips.getOrDefault(found.executionId(), List.of());
        return new ReleaseRow(
                found.id(),
                found.name(),
                found.description(),
                found.status(),
                strip,
                found.lastExecutedAt(),
                found.createdBy(),
                mayExecute && !found.status().isActive());
    }
}
