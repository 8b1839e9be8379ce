package dev.slipway.tasktype;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to run a component, as people write it in a task; what is missing stays as it is.
 *
 * @param command program and arguments; no shell reads them
 * @param port where it listens
 * @param health the path that answers 2xx once it is healthy
 * @param variables environment variables
 */
public record RunSpec(
        @Nullable List<String> command,
        @Min(1) @Max(65_535) @Nullable Integer port,
        @Pattern(regexp = "/.*", message = "Enter a path that begins with /") @Nullable String health,
        @Nullable Map<String, String> variables) {

    /** The same in the words of a target, without what is missing. */
    public static Map<String, Object> words(@Nullable RunSpec spec) {
        var words = new HashMap<String, Object>();
        if (spec != null) {
            put(words, "command", spec.command);
            put(words, "port", spec.port);
            put(words, "health", spec.health);
            put(words, "variables", spec.variables);
        }
        return words;
    }

    private static void put(Map<String, Object> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value);
        }
    }
}
