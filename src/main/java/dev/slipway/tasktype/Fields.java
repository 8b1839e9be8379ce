package dev.slipway.tasktype;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the fields of an input off its record: Java types, Bean Validation constraints, and {@link Asks}. */
final class Fields {

    private static final String WORDS = "\\w+(\\|\\w+)+";

    private Fields() {}

    /** @throws IllegalArgumentException if the record has a part that no field can ask for */
    static List<Field> of(Class<? extends Record> input) {
        return of(input, "", true).toList();
    }

    private static Stream<Field> of(Class<?> input, String prefix, boolean required) {
        return Arrays.stream(input.getRecordComponents()).flatMap(part -> of(part, prefix, required));
    }

    private static Stream<Field> of(RecordComponent part, String prefix, boolean parentRequired) {
        var path = prefix + part.getName();
        var required = parentRequired && isRequired(part);
        return part.getType().isRecord()
                ? of(part.getType(), path + ".", required)
                : Stream.of(new Field(path, kind(part), required, choices(part)));
    }

    private static boolean isRequired(RecordComponent part) {
        return part.getAccessor().isAnnotationPresent(NotNull.class)
                || part.getAccessor().isAnnotationPresent(NotEmpty.class);
    }

    private static Field.Kind kind(RecordComponent part) {
        var asks = part.getAnnotation(Asks.class);
        if (asks != null) {
            return asks.value();
        }
        var type = part.getType();
        if (type == String.class) {
            return choices(part).isEmpty() ? Field.Kind.TEXT : Field.Kind.CHOICE;
        }
        if (type == Integer.class || type == Long.class) {
            return Field.Kind.NUMBER;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return Field.Kind.LINES;
        }
        if (Map.class.isAssignableFrom(type)) {
            return Field.Kind.PAIRS;
        }
        throw new IllegalArgumentException("No field of a form asks for %s".formatted(part));
    }

    private static List<String> choices(RecordComponent part) {
        return Optional.ofNullable(part.getAccessor().getAnnotation(Pattern.class))
                .map(Pattern::regexp)
                .filter(rule -> rule.matches(WORDS))
                .map(rule -> List.of(rule.split("\\|", -1)))
                .orElse(List.of());
    }
}
