package dev.slipway.cli.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.cli.text.Clean;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An execution of a release task.
 *
 * @param id the number that the API finds it by
 * @param no its number within the release task, as people know it
 * @param trigger who started it
 * @param rollsBack the number of the execution that it rolls back; null: it rolls back none
 * @param phases where everything in it stands; empty in lists
 */
public record Execution(
        long id,
        int no,
        @JsonProperty("status") int code,
        @Nullable String trigger,
        long triggerAt,
        @Nullable Long endTime,
        @Nullable Integer rollsBack,
        @Nullable String remark,
        @Nullable String errorDetails,
        @JsonProperty("stage_states") @Nullable List<Phase> phases) {

    @Override
    public List<Phase> phases() {
        return Objects.requireNonNullElse(phases, List.of());
    }

    /** Where it stands. */
    public Status status() {
        return Status.of(code);
    }

    /** Who started it, clean. */
    public String by() {
        return Clean.line(Objects.requireNonNullElse(trigger, ""));
    }

    /** What the server adds to its status, clean: skipped tasks, why it failed. */
    public String says() {
        return Clean.line(Objects.requireNonNullElse(remark, Objects.requireNonNullElse(errorDetails, "")));
    }

    /** All of its tasks. */
    public Stream<Task> tasks() {
        return phases().stream().flatMap(phase -> phase.tasks().stream());
    }

    /** The checkpoints at which it waits for a person. */
    public List<Task> waiting() {
        return tasks().filter(Task::waits).toList();
    }

    /** How long it has taken so far. */
    public Duration took(long nowMillis) {
        return Objects.requireNonNull(Spans.between(triggerAt, endTime, nowMillis));
    }
}
