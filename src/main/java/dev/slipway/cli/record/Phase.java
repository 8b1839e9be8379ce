package dev.slipway.cli.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.cli.text.Clean;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A phase in an execution, with its tasks in the order of their groups. */
public record Phase(
        String name,
        String displayName,
        @JsonProperty("status") int code,
        @Nullable Long startTime,
        @Nullable Long endTime,
        @JsonProperty("task_states") List<Task> tasks) {

    /** Where it stands. */
    public Status status() {
        return Status.of(code);
    }

    /** What people call it, clean. */
    public String title() {
        return Clean.line(displayName);
    }

    /** Its groups: tasks that run one after another. */
    public Collection<List<Task>> groups() {
        Map<String, List<Task>> groups = tasks.stream()
                .collect(Collectors.groupingBy(Task::groupIndex, LinkedHashMap::new, Collectors.toList()));
        return groups.values();
    }

    /** How long it has taken so far; null: it has not begun. */
    public @Nullable Duration took(long nowMillis) {
        return Spans.between(startTime, endTime, nowMillis);
    }
}
