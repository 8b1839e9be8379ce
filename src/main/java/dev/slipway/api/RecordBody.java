package dev.slipway.api;

import dev.slipway.execution.Execution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An execution [servicestage_06_0290].
 *
 * @param version the revision of the release task that it ran
 * @param trigger who started it, or set the schedule that did
 * @param triggerType 0 by hand, 1 by schedule
 * @param no our extension: its number within the release task
 * @param rollsBack our extension: the number of the execution that it rolls back
 * @param stageStates our extension: where everything in it stands; only where one execution is asked for
 */
record RecordBody(
        long id,
        String pipelineId,
        int version,
        String trigger,
        int triggerType,
        long triggerAt,
        int status,
        int no,
        @Nullable Long endTime,
        @Nullable Integer rollsBack,
        @Nullable String remark,
        @Nullable String errorDetails,
        @Nullable List<StageState> stageStates) {

    /** A phase in an execution. */
    record StageState(
            String name,
            String displayName,
            int status,
            @Nullable Long startTime,
            @Nullable Long endTime,
            List<TaskState> taskStates) {}

    /**
     * A task in an execution.
     *
     * @param message what it does, or came to
     * @param errorDetails the same where it failed
     * @param approval who decided, at a checkpoint
     */
    record TaskState(
            String name,
            String displayName,
            String taskType,
            String groupIndex,
            int orderIndex,
            int status,
            int attempt,
            @Nullable Long startTime,
            @Nullable Long endTime,
            @Nullable String message,
            @Nullable String errorDetails,
            @Nullable Map<String, Object> output,
            @Nullable DecisionBody approval) {}

    static RecordBody of(Execution execution) {
        return of(execution, null);
    }

    static RecordBody of(Execution execution, @Nullable List<StageState> states) {
        return new RecordBody(
                execution.id(),
                execution.releaseTaskId().toString(),
                execution.releaseRevision(),
                execution.startedBy(),
                execution.startedBySchedule() ? 1 : 0,
                execution.startedAt().toEpochMilli(),
                execution.status().code(),
                execution.no(),
                millis(execution.endedAt()),
                execution.rollsBack().orElse(null),
                execution.remark(),
                execution.message(),
                states);
    }

    static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }
}
