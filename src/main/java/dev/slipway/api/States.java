package dev.slipway.api;

import dev.slipway.execution.Decision;
import dev.slipway.execution.Execution;
import dev.slipway.execution.PhaseRun;
import dev.slipway.execution.Status;
import dev.slipway.execution.StepRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where everything in an execution stands, read with one query each for phases, tasks and decisions. */
final class States {

    private States() {}

    static List<RecordBody.StageState> of(Execution execution) {
        Map<String, Decision> decisions = new HashMap<>();
        Decision.of(execution)
                .forEach(decision -> decisions.put(key(decision.stepRunId(), decision.attempt()), decision));
        var steps = execution.steps().stream().collect(Collectors.groupingBy(StepRun::phaseIndex));
        return execution.phases().stream()
                .map(phase -> stage(phase, steps.getOrDefault(phase.index(), List.of()), decisions))
                .toList();
    }

    private static String key(long step, int attempt) {
        return step + "/" + attempt;
    }

    private static RecordBody.StageState stage(PhaseRun phase, List<StepRun> steps, Map<String, Decision> decisions) {
        return new RecordBody.StageState(
                phase.name(),
                phase.displayName(),
                phase.status().code(),
                RecordBody.millis(phase.startedAt()),
                RecordBody.millis(phase.endedAt()),
                steps.stream()
                        .map(step -> task(step, decisions.get(key(step.id(), step.attempt()))))
                        .toList());
    }

    private static RecordBody.TaskState task(StepRun step, @Nullable Decision decision) {
        return new RecordBody.TaskState(
                step.name(),
                step.displayName(),
                step.taskType(),
                String.valueOf(step.groupIndex()),
                step.orderIndex(),
                step.status().code(),
                step.attempt(),
                RecordBody.millis(step.startedAt()),
                RecordBody.millis(step.endedAt()),
                step.message(),
                step.status() == Status.RELEASE_FAILED ? step.message() : null,
                step.output(),
                decision == null ? null : DecisionBody.of(decision));
    }
}
