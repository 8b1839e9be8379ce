package dev.slipway.release;

import dev.slipway.execution.Operations;
import dev.slipway.execution.Status;
import dev.slipway.project.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A release task in the list.
 *
 * @param strip the phases of its latest execution; empty where there was none
 * @param remark what is to be said beside its status
 * @param operations what the viewer can do with it now
 */
public record ReleaseRow(
        UUID id,
        String name,
        String description,
        Status status,
        List<PhaseMark> strip,
        @Nullable Instant lastExecutedAt,
        String createdBy,
        @Nullable String remark,
        Operations operations) {

    static ReleaseRow of(FoundRelease found, Map<Long, List<PhaseMark>> strips, Set<Permission> permissions) {
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
                found.remark(),
                Operations.of(found.id(), found.name(), found.status(), found.executions(), permissions));
    }
}
