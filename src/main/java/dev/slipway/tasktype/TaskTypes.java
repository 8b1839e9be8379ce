package dev.slipway.tasktype;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All task types, by identifier. */
@ApplicationScoped
public class TaskTypes {

    private static final int LONGEST_TARGET = 256;

    private final Map<String, TaskType<?>> byId;
    private final ObjectMapper json;
    // What people write is read more strictly than what was stored, perhaps by a newer Slipway.
    private final ObjectMapper strict;
    // Nothing is made to fit: a program that sends a number for a text has made a mistake.
    private final ObjectMapper literal;
    private final Validator validator;
    private final Map<String, List<Field>> fields = new ConcurrentHashMap<>();

    TaskTypes(@Any Instance<TaskType<?>> types, ObjectMapper json, Validator validator) {
        this.byId = types.stream().collect(toUnmodifiableMap(TaskType::id, Function.identity()));
        this.json = json;
        this.strict = json.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.literal = InputKinds.literal(json);
        this.validator = validator;
    }

    /** @throws InvalidInput if there is no such type */
    public TaskType<?> byId(String id) {
        return Optional.<TaskType<?>>ofNullable(byId.get(id))
                .orElseThrow(() -> new InvalidInput("There is no task type %s. There are: %s."
                        .formatted(id, byId.keySet().stream().sorted().collect(Collectors.joining(", ")))));
    }

    /** What a task of this type acts on, in words that fit on its card: an address can be longer. */
    public String target(String type, Map<String, Object> input) {
        var target = target(byId(type), input);
        return target.length() <= LONGEST_TARGET ? target : target.substring(0, LONGEST_TARGET - 1) + "…";
    }

    private <I extends Record> String target(TaskType<I> type, Map<String, Object> input) {
        return type.target(read(type, input));
    }

    /** How long one attempt may take where the task doesn't say. */
    public Duration timeLimit(String type, Map<String, Object> input, Duration usual) {
        return timeLimit(byId(type), input, usual);
    }

    private <I extends Record> Duration timeLimit(TaskType<I> type, Map<String, Object> input, Duration usual) {
        return type.timeLimit(read(type, input), usual);
    }

    /**
     * What undoing an attempt of this type would do as things stand.
     *
     * @param undo what the attempt recorded
     * @param sooner what attempts recorded that are undone before it, in this order
     */
    public Undoable.Undoing undoing(String type, Map<String, Object> undo, List<Map<String, Object>> sooner) {
        return byId(type) instanceof Undoable<?> undoable
                ? undoable.undoing(undo, sooner)
                : new Undoable.Undoing(type, null, "This Slipway doesn't know how to undo it.");
    }

    /** What a task would bring up; empty if it brings nothing up. */
    Optional<Foreseeable.Intention> intention(String type, Ticket.Release release, Map<String, Object> input) {
        return byId(type) instanceof Foreseeable<?> foreseeable
                ? Optional.of(intention(foreseeable, release, input))
                : Optional.empty();
    }

    private <I extends Record> Foreseeable.Intention intention(
            Foreseeable<I> type, Ticket.Release release, Map<String, Object> input) {
        return type.intention(release, read(type, input));
    }

    /** Whether this type asks a person, and how. */
    public Optional<Checkpoint<?>> checkpoint(String type) {
        return byId(type) instanceof Checkpoint<?> checkpoint ? Optional.of(checkpoint) : Optional.empty();
    }

    /** What the person should look at before deciding. */
    public <I extends Record> String instructions(Checkpoint<I> type, Map<String, Object> input) {
        return type.instructions(read(type, input));
    }

    /**
     * Reads and validates the input of a task.
     *
     * @throws InvalidInput if it isn't what the type asks for; the message names the field
     */
    public <I extends Record> I read(TaskType<I> type, Map<String, Object> input) {
        I read;
        try {
            read = json.treeToValue(json.valueToTree(input), type.inputType());
        } catch (JsonProcessingException e) {
            throw new InvalidInput(e.getOriginalMessage(), e);
        }
        var violations = validator.validate(read);
        if (!violations.isEmpty()) {
            throw new InvalidInput(
                    violations.stream().map(TaskTypes::sentence).sorted().collect(Collectors.joining("; ")));
        }
        return read;
    }

    /**
     * What is wrong with the input of a task.
     *
     * @param field where: {@code type}, {@code input}, {@code input.run.port}
     * @param message a sentence
     */
    public record FieldProblem(String field, String message) {}

    /** All that is wrong with the type and the input of a task that somebody writes; empty if nothing is. */
    public List<FieldProblem> problems(String type, Map<String, Object> input) {
        var known = byId.get(type);
        if (known == null) {
            return List.of(new FieldProblem(
                    "type", "There is no task type %s. There are: %s.".formatted(type, String.join(", ", ids()))));
        }
        return InputReader.problems(known, input, strict, validator);
    }

    /**
     * What is of another kind than the field that it is for, though it could be made to fit: a number where a text is
     * asked for. The first such value; empty if there is none, or no such type.
     */
    public Optional<FieldProblem> wrongKind(String type, Map<String, Object> input) {
        return Optional.<TaskType<?>>ofNullable(byId.get(type))
                .flatMap(known -> InputKinds.wrong(known.inputType(), input, literal))
                // What could not be made to fit either is told with all other problems.
                .filter(wrong -> problems(type, input).stream()
                        .noneMatch(problem -> problem.field().equals(wrong.field())));
    }

    /** The fields of the input of a type, in order. */
    public List<Field> fields(String type) {
        return fields.computeIfAbsent(type, id -> Fields.of(byId(id).inputType()));
    }

    /** The identifiers of all task types, in order. */
    public List<String> ids() {
        return byId.keySet().stream().sorted().toList();
    }

    private static String sentence(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + ": " + violation.getMessage();
    }
}
