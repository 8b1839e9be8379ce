package dev.slipway.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When each attempt of an execution began and how long it took: bars, and the same facts as a table.
 *
 * @param bars by when they began
 */
public record Timeline(
        UUID releaseId,
        String releaseName,
        int no,
        Status status,
        Instant startedAt,
        @Nullable Duration took,
        List<Bar> bars) {

    // A bar is drawn in so many units; a shorter one would not be seen.
    private static final double WIDTH = 1000;
    private static final double THINNEST = 4;

    /**
     * One attempt.
     *
     * @param took how long it took; null while it goes on
     * @param from where its bar begins, from 0 to 1,000
     * @param width how long its bar is, in the same units
     */
    public record Bar(
            String title,
            String href,
            String phase,
            int attempt,
            Status status,
            Instant startedAt,
            @Nullable Duration took,
            double from,
            double width) {}

    private record Span(StepRun step, int attempt, Status status, Instant from, @Nullable Instant to) {}

    /** The timeline of an execution, up to {@code now} where it has not ended. */
    static Timeline of(Execution execution, Instant now) {
        var ended = execution.endedAt();
        var spans = spans(execution);
        var end = ended == null ? now : ended;
        var scale = new Scale(execution.startedAt(), end);
        var phases = execution.phases();
        var href = Card.execution(execution.releaseTaskId(), execution.no());
        var bars = spans.stream()
                .map(span -> bar(span, phases.get(span.step().phaseIndex()).displayName(), href, scale))
                .toList();
        return new Timeline(
                execution.releaseTaskId(),
                execution.releaseName(),
                execution.no(),
                execution.status(),
                execution.startedAt(),
                ended == null ? null : Duration.between(execution.startedAt(), ended),
                bars);
    }

    private static Bar bar(Span span, String phase, String execution, Scale scale) {
        var to = span.to();
        return new Bar(
                span.step().displayName(),
                "%s/steps/%s".formatted(execution, span.step().name()),
                phase,
                span.attempt(),
                span.status(),
                span.from(),
                to == null ? null : Duration.between(span.from(), to),
                Math.min(scale.at(span.from()), WIDTH - THINNEST),
                Math.max(scale.at(to == null ? scale.end() : to) - scale.at(span.from()), THINNEST));
    }

    /** From moments to places. */
    private record Scale(Instant start, Instant end) {

        double at(Instant moment) {
            var whole = Math.max(1, Duration.between(start, end).toMillis());
            return WIDTH * Duration.between(start, moment).toMillis() / whole;
        }
    }

    private static List<Span> spans(Execution execution) {
        var spans = new ArrayList<Span>();
        var steps = execution.steps();
        for (var step : steps) {
            var startedAt = step.startedAt();
            if (startedAt != null) {
                spans.add(new Span(step, step.attempt(), step.status(), startedAt, step.endedAt()));
            }
        }
        for (var kept : StepAttempt.of(execution)) {
            var startedAt = kept.startedAt();
            if (startedAt != null) {
                steps.stream()
                        .filter(step -> step.id() == kept.stepRunId())
                        .findFirst()
                        .ifPresent(step ->
                                spans.add(new Span(step, kept.attempt(), kept.status(), startedAt, kept.endedAt())));
            }
        }
        spans.sort(Comparator.comparing(Span::from)
                .thenComparingLong(span -> span.step().id()));
        return spans;
    }
}
