package dev.slipway.tasktype;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything an attempt needs to know.
 *
 * @param attempt counts the starts of this task in this execution, from 1
 * @param memo what the attempt remembered when it last asked to be looked at again; empty at first
 * @param startedAt when the attempt started
 * @param deadline when the time limit of the attempt passes
 * @param log the log of the attempt
 */
public record Ticket<I extends Record>(
        long stepRun,
        int attempt,
        Release release,
        I input,
        Map<String, Object> memo,
        Instant startedAt,
        Instant deadline,
        Log log) {

    /** The execution that the task belongs to. */
    public record Release(UUID id, String name, int executionNo, String projectId, String regionId, String startedBy) {

        /** How people speak of it: {@code release-shop, execution 3}. */
        public String title() {
            return "%s, execution %d".formatted(name, executionNo);
        }
    }

    /** The log of one attempt. */
    public interface Log {

        /** How many lines it has. */
        long lines();

        /** Adds lines after the last one. */
        void add(List<String> lines);

        default void add(String line) {
            add(List.of(line));
        }
    }

    /** The same for every repetition of this attempt, different for every other, also of another database. */
    public String orderId() {
        return "%d-%d-%s".formatted(stepRun, attempt, Long.toString(startedAt.toEpochMilli(), Character.MAX_RADIX));
    }

    /** Something the attempt remembered. */
    public Optional<Object> remembered(String name) {
        return Optional.ofNullable(memo.get(name));
    }
}
