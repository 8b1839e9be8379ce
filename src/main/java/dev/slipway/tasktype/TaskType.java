package dev.slipway.tasktype;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a task can do. A type is one class in a package of its own; {@link TaskTypes} finds it, nothing else changes.
 *
 * @param <I> its input: a record with Bean Validation constraints, stored as JSON with the task
 */
public sealed interface TaskType<I extends Record> permits Work, Checkpoint {

    /** The identifier in REST and in the database: {@code update_component}. */
    String id();

    /** The record that the stored input is read into. */
    Class<I> inputType();

    /** What a task with this input acts on, in a few words for its card. */
    String target(I input);

    /** How long one attempt may take where the task doesn't say; {@code usual} is the default of the configuration. */
    default Duration timeLimit(I input, Duration usual) {
        return usual;
    }

    /**
     * What is wrong with an input that somebody writes, beyond the constraints of its fields.
     *
     * @param input what could be read of it; what has to be there may be missing all the same
     */
    default List<TaskTypes.FieldProblem> problems(I input) {
        return List.of();
    }

    /** What the input of a new task says before anybody has filled it in. */
    default Map<String, Object> initially() {
        return Map.of();
    }
}
