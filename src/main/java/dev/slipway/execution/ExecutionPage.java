package dev.slipway.execution;

import dev.slipway.live.Audience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of one execution: the process as it was, and who decided what. */
public record ExecutionPage(
        UUID releaseId,
        String releaseName,
        int no,
        Status status,
        @Nullable String remark,
        @Nullable Integer rollsBack,
        String startedBy,
        boolean bySchedule,
        Instant startedAt,
        @Nullable Duration took,
        ProcessView process,
        List<Ruling> rulings) {

    /** A decision with the task it was about. */
    public record Ruling(String task, String href, Decision decision) {}

    /** {@code phase} is the number of a phase to open; null: none but those that are open by themselves. */
    static ExecutionPage of(Execution execution, Audience audience, @Nullable Integer phase) {
        var ended = execution.endedAt();
        return new ExecutionPage(
                execution.releaseTaskId(),
                execution.releaseName(),
                execution.no(),
                execution.status(),
                execution.remark(),
                execution.rollsBack().orElse(null),
                execution.startedBy(),
                execution.startedBySchedule(),
                execution.startedAt(),
                ended == null ? null : Duration.between(execution.startedAt(), ended),
                ProcessView.of(execution, audience, phase),
                Rulings.of(execution));
    }
}
