package dev.slipway.editor;

import dev.slipway.tasktype.Field;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns what somebody types into the fields of a task into its input, and back. What does not fit its field stays in the
 * input as it was typed, so that the rules can name it and nothing is lost.
 */
final class TaskForm {

    private TaskForm() {}

    /**
     * The input that was typed.
     *
     * @param before the input until now: an inner part that it has, such as {@code run}, stays even if it gets empty
     * @param typed gives the text of a field by its path; empty where there is none
     */
    static Map<String, Object> input(List<Field> fields, Map<String, Object> before, UnaryOperator<String> typed) {
        var input = new LinkedHashMap<String, Object>();
        before.forEach((name, value) -> {
            if (value instanceof Map<?, ?>
                    && fields.stream().anyMatch(field -> field.path().startsWith(name + "."))) {
                input.put(name, new LinkedHashMap<String, Object>());
            }
        });
        for (var field : fields) {
            var text = plain(typed.apply(field.path()));
            if (!text.isBlank()) {
                put(input, field.path(), value(field.kind(), text));
            }
        }
        return input;
    }

    /** The text of a field; empty where the input says nothing about it. */
    static String text(Field field, Map<String, Object> input) {
        Object value = input;
        for (var name : field.path().split("\\.", -1)) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return text(value);
    }

    /** Text as it is stored: with line ends as people count them, and without what PostgreSQL can't store. */
    static String plain(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").replace("\0", "");
    }

    @SuppressWarnings("unchecked") // the maps on the way are made right here
    private static void put(Map<String, Object> input, String path, Object value) {
        var dot = path.indexOf('.');
        if (dot < 0) {
            input.put(path, value);
        } else {
            var inner = input.computeIfAbsent(path.substring(0, dot), name -> new LinkedHashMap<String, Object>());
            put((Map<String, Object>) inner, path.substring(dot + 1), value);
        }
    }

    private static Object value(Field.Kind kind, String text) {
        return switch (kind) {
            case NUMBER -> number(text.strip());
            case LINES -> lines(text);
            case PAIRS -> pairs(text);
            case MULTILINE -> text;
            default -> text.strip();
        };
    }

    private static Object number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException noNumber) {
            return text;
        }
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private static Object pairs(String text) {
        var pairs = new LinkedHashMap<String, String>();
        for (var line : lines(text)) {
            var split = line.indexOf('=');
            // A second value for a name would replace the first one without a word.
            if (split < 1 || pairs.put(line.substring(0, split).strip(), line.substring(split + 1)) != null) {
                return text;
            }
        }
        return pairs;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + Objects.requireNonNullElse(entry.getValue(), ""))
                    .collect(Collectors.joining("\n"));
        }
        return value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining("\n"))
                : Objects.toString(value, "");
    }
}
