package dev.slipway.api;

import dev.slipway.execution.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A release task as the list needs it, without its phases [servicestage_06_0246]. */
public record PipelineRow(
        String id,
        String name,
        String description,
        long createTime,
        long updateTime,
        int modelVersion,
        String configMode,
        int status,
        String creator,
        @Nullable Long lastTriggerAt,
        String enterpriseProjectId,
        String region,
        int version) {

    /** What the database has. */
    public record Found(
            UUID id,
            String projectId,
            String regionId,
            String name,
            String description,
            Instant createdAt,
            Instant updatedAt,
            String createdBy,
            @Nullable Instant lastExecutedAt,
            int revision,
            @Nullable Status status) {

        PipelineRow row() {
            return new PipelineRow(
                    id.toString(),
                    name,
                    description,
                    createdAt.toEpochMilli(),
                    updatedAt.toEpochMilli(),
                    PipelineBody.MODEL_VERSION,
                    PipelineBody.UI,
                    (status == null ? Status.NOT_EXECUTED : status).code(),
                    createdBy,
                    lastExecutedAt == null ? null : lastExecutedAt.toEpochMilli(),
                    projectId,
                    regionId,
                    revision);
        }
    }
}
