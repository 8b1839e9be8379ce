package dev.slipway.tasktype;

/**
 * A task type that waits for a person. It never runs: the release process itself waits for the decision.
 *
 * @param <I> its input
 */
public non-sealed interface Checkpoint<I extends Record> extends TaskType<I> {

    /** Whether people write comments with their decision. */
    boolean takesComments();

    /** What the person should look at before deciding; may be empty. */
    String instructions(I input);
}
