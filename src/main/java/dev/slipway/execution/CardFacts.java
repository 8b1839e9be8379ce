package dev.slipway.execution;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the card of a task shows, read without what it does not show: a view may have thousands of them.
 *
 * @param phase the index of its phase, from 0
 * @param group the index of its group in the phase, from 0
 */
record CardFacts(
        @ProjectedFieldName("phaseIndex") int phase,
        @ProjectedFieldName("groupIndex") int group,
        String name,
        String displayName,
        String taskType,
        boolean checkpoint,
        String target,
        Status status,
        int attempt,
        @ProjectedFieldName("facts.startedAt") @Nullable Instant startedAt,
        @ProjectedFieldName("facts.endedAt") @Nullable Instant endedAt,
        @ProjectedFieldName("facts.message") @Nullable String message) {

    /** Of all tasks in some phases of an execution, which are named by their indexes; in their order. */
    static List<CardFacts> in(Execution execution, Set<Integer> phases) {
        return projected(StepRun.find(
                "executionId = ?1 and phaseIndex in ?2 order by phaseIndex, groupIndex, orderIndex",
                execution.id(),
                phases));
    }

    /** Of its tasks that stand like this. */
    static List<CardFacts> standing(Execution execution, Status status) {
        return projected(StepRun.find(
                "executionId = ?1 and status = ?2 order by phaseIndex, groupIndex", execution.id(), status));
    }

    /** Of its tasks that changed since a change. */
    static List<CardFacts> changedSince(Execution execution, long change) {
        return projected(StepRun.find(
                "executionId = ?1 and changeNo > ?2 order by phaseIndex, groupIndex, orderIndex",
                execution.id(),
                change));
    }

    static CardFacts of(StepRun step) {
        return new CardFacts(
                step.phaseIndex(),
                step.groupIndex(),
                step.name(),
                step.displayName(),
                step.taskType(),
                step.checkpoint(),
                step.target(),
                step.status(),
                step.attempt(),
                step.startedAt(),
                step.endedAt(),
                step.message());
    }

    private static List<CardFacts> projected(PanacheQuery<StepRun> steps) {
        return steps.project(CardFacts.class).list();
    }
}
