package dev.slipway.api;

import dev.slipway.execution.FailMode;
import dev.slipway.execution.Status;
import dev.slipway.release.Definition;
import dev.slipway.release.ReleaseTask;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A release task with everything it says: the answer of details, create, edit and clone [servicestage_06_0249].
 *
 * @param version counts what people saved
 */
record PipelineBody(
        String id,
        String name,
        String description,
        int modelVersion,
        String configMode,
        String failMode,
        String enterpriseProjectId,
        String region,
        int status,
        String creator,
        long createTime,
        long updateTime,
        @Nullable Long lastTriggerAt,
        int version,
        List<Declaration> pipelineDeclaration) {

    static final int MODEL_VERSION = 2;
    static final String UI = "ui";
    static final String TEMPLATE = "template";

    /** Published as a list, of which there is one. */
    record Declaration(List<Object> sources, List<Stage> stages) {}

    /** A phase. */
    record Stage(String name, String displayName, int orderIndex, List<Task> tasks) {}

    /** A task; those with the same group index run one after another. */
    record Task(
            String name,
            String displayName,
            String taskType,
            String groupIndex,
            int orderIndex,
            Map<String, Object> input,
            @Nullable Integer timeLimitSeconds) {}

    static PipelineBody of(ReleaseTask release) {
        var latest = release.latestExecution();
        return new PipelineBody(
                release.id().toString(),
                release.name(),
                release.description(),
                MODEL_VERSION,
                UI,
                release.failMode() == FailMode.CONTINUE ? "continue" : "stop",
                release.projectId(),
                release.regionId(),
                latest.map(execution -> execution.status())
                        .orElse(Status.NOT_EXECUTED)
                        .code(),
                release.created().by(),
                release.created().at().toEpochMilli(),
                release.updated().at().toEpochMilli(),
                latest.map(execution -> execution.startedAt())
                        .map(Instant::toEpochMilli)
                        .orElse(null),
                release.revision(),
                List.of(new Declaration(List.of(), stages(release.definition()))));
    }

    /** Changes with whatever the body shows; begins with the revision, which is all that an edit compares. */
    static String etag(ReleaseTask release) {
        var latest = release.latestExecution();
        return "\"%d.%d.%d\""
                .formatted(
                        release.revision(),
                        release.executions(),
                        latest.map(execution -> execution.changeNo()).orElse(0L));
    }

    private static List<Stage> stages(Definition definition) {
        var stages = new ArrayList<Stage>();
        for (var phase : definition.phases()) {
            stages.add(new Stage(phase.name(), phase.displayName(), stages.size(), tasks(phase)));
        }
        return stages;
    }

    private static List<Task> tasks(Definition.Phase phase) {
        var tasks = new ArrayList<Task>();
        for (int group = 0; group < phase.groups().size(); group++) {
            var steps = phase.groups().get(group).tasks();
            for (int order = 0; order < steps.size(); order++) {
                var step = steps.get(order);
                tasks.add(new Task(
                        step.name(),
                        step.displayName(),
                        step.type(),
                        String.valueOf(group),
                        order,
                        step.input(),
                        step.timeLimitSeconds()));
            }
        }
        return tasks;
    }
}
