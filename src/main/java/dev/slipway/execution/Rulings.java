package dev.slipway.execution;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who decided what in an execution. */
final class Rulings {

    private Rulings() {}

    static List<ExecutionPage.Ruling> of(Execution execution) {
        var href = Card.execution(execution.releaseTaskId(), execution.no());
        Map<Long, StepRun> checkpoints =
                StepRun.<StepRun>list("executionId = ?1 and checkpoint", execution.id()).stream()
                        .collect(Collectors.toMap(StepRun::id, Function.identity()));
        return Decision.<Decision>list("stepRunId in ?1 order by decidedAt", checkpoints.keySet()).stream()
                .map(decision -> ruling(requireNonNull(checkpoints.get(decision.stepRunId())), decision, href))
                .toList();
    }

    private static ExecutionPage.Ruling ruling(StepRun step, Decision decision, String href) {
        return new ExecutionPage.Ruling(step.displayName(), "%s/steps/%s".formatted(href, step.name()), decision);
    }
}
