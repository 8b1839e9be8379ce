package dev.slipway.execution;

import java.util.Optional;

/** What follows a task. */
public final class Successor {

    private Successor() {}

    /** What comes after a task: the next one of its group, else the next phase; empty if the release ends with it. */
    public static Optional<String> of(StepRun step) {
        return StepRun.<StepRun>find(
                        "executionId = ?1 and phaseIndex = ?2 and groupIndex = ?3 and orderIndex > ?4 and status = ?5"
                                + " order by orderIndex",
                        step.executionId(),
                        step.phaseIndex(),
                        step.groupIndex(),
                        step.orderIndex,
                        Status.NOT_EXECUTED)
                .firstResultOptional()
                .map(StepRun::displayName)
                .or(() -> PhaseRun.<PhaseRun>find(
                                "key.executionId = ?1 and key.index > ?2 and selected > 0 order by key.index",
                                step.executionId(),
                                step.phaseIndex())
                        .firstResultOptional()
                        .map(PhaseRun::displayName));
    }
}
