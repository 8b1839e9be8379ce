package dev.slipway.tasktype;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import dev.slipway.tasktype.TaskTypes.FieldProblem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an input that somebody writes and names all that is wrong in it, not only the first thing. */
final class InputReader extends DeserializationProblemHandler {

    private final List<FieldProblem> problems = new ArrayList<>();

    private InputReader() {}

    static <I extends Record> List<FieldProblem> problems(
            TaskType<I> type, Map<String, Object> input, ObjectMapper json, Validator validator) {
        var reader = new InputReader();
        try {
            var read = json.readerFor(type.inputType())
                    .withHandler(reader)
                    .<I>readValue(json.<com.fasterxml.jackson.databind.JsonNode>valueToTree(input));
            reader.addViolations(validator.validate(read));
            reader.addNew(type.problems(read));
        } catch (JsonProcessingException e) {
            reader.add("input", "This is not of the right kind.");
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read from outside", e);
        }
        return reader.problems.stream()
                .sorted(Comparator.comparing(FieldProblem::field))
                .toList();
    }

    /** What could not be read counts as missing for the constraints, and has been named already. */
    private void addViolations(Collection<? extends ConstraintViolation<?>> violations) {
        var known = problems.stream().map(FieldProblem::field).collect(toSet());
        for (var violation : violations) {
            var path = violation.getPropertyPath().toString();
            var field = path.isEmpty() ? "input" : "input." + path;
            if (!known.contains(field)) {
                add(field, violation.getMessage() + ".");
            }
        }
    }

    private void addNew(List<FieldProblem> found) {
        var known = problems.stream().map(FieldProblem::field).collect(toSet());
        found.stream().filter(problem -> !known.contains(problem.field())).forEach(problems::add);
    }

    private void add(String field, String message) {
        problems.add(new FieldProblem(field, message));
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object bean,
            String name)
            throws IOException {
        var known = deserializer.getKnownPropertyNames().stream()
                .map(Object::toString)
                .sorted();
        add(path(parser), "There is no such field. There are: %s.".formatted(known.collect(Collectors.joining(", "))));
        parser.skipChildren();
        return true;
    }

    @Override
    public @Nullable Object handleWeirdStringValue(
            DeserializationContext context, Class<?> target, String value, String message) {
        add(path(context.getParser()), expected(target));
        return null;
    }

    @Override
    public @Nullable Object handleUnexpectedToken(
            DeserializationContext context, JavaType target, JsonToken token, JsonParser parser, String message)
            throws IOException {
        return refuse(target.getRawClass(), parser);
    }

    @Override
    public @Nullable Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> target,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message)
            throws IOException {
        return refuse(target, parser);
    }

    private @Nullable Object refuse(Class<?> target, JsonParser parser) throws IOException {
        add(path(parser), expected(target));
        parser.skipChildren();
        return null;
    }

    private static String expected(Class<?> target) {
        if (Number.class.isAssignableFrom(target)) {
            return "Enter a whole number.";
        }
        if (Collection.class.isAssignableFrom(target)) {
            return "Enter a list.";
        }
        return Map.class.isAssignableFrom(target) ? "Enter each as NAME=value." : "This is not of the right kind.";
    }

    private static String path(JsonParser parser) {
        var path = new StringBuilder("input");
        for (var part = parser.getParsingContext().pathAsPointer(); !part.matches(); part = part.tail()) {
            path.append(
                    part.mayMatchElement()
                            ? "[%d]".formatted(part.getMatchingIndex())
                            : "." + part.getMatchingProperty());
        }
        return path.toString();
    }
}
