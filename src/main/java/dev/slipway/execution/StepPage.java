package dev.slipway.execution;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of one task in one execution.
 *
 * @param version the change of the execution in which the task last changed
 */
public record StepPage(
        UUID releaseId,
        String releaseName,
        long executionId,
        int executionNo,
        Card card,
        Position position,
        Facts facts,
        LogPage log,
        long version) {

    StepPage(Execution execution, Card card, Position position, Facts facts, LogPage log, long version) {
        this(
                execution.releaseTaskId(),
                execution.releaseName(),
                execution.id(),
                execution.no(),
                card,
                position,
                facts,
                log,
                version);
    }

    /** Phase and group, each from 1. */
    public record Position(int phase, String phaseTitle, int group) {}

    /** What went in, what came out, and who decided; null if the task is no checkpoint or waits; and who skipped it. */
    public record Facts(List<Fact> input, List<Fact> output, @Nullable Decision decision, @Nullable Waiver waiver) {}

    /** A named value of an input or an output. */
    public record Fact(String name, String value) {

        static List<Fact> of(@Nullable Map<String, Object> values) {
            return values == null
                    ? List.of()
                    : values.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> new Fact(entry.getKey(), inWords(entry.getValue())))
                            .toList();
        }

        private static String inWords(Object value) {
            if (value instanceof List<?> list) {
                return String.join(" ", list.stream().map(String::valueOf).toList());
            }
            return value instanceof Map<?, ?> map
                    ? String.join(
                            ", ",
                            map.entrySet().stream()
                                    .map(entry -> entry.getKey() + ": " + inWords(entry.getValue()))
                                    .sorted()
                                    .toList())
                    : String.valueOf(value);
        }
    }
}
