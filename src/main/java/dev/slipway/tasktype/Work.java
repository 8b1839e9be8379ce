package dev.slipway.tasktype;

/**
 * A task type that does something.
 *
 * @param <I> its input
 */
public non-sealed interface Work<I extends Record> extends TaskType<I> {

    /**
     * Does the next piece of an attempt, outside any transaction. It must not wait: what takes time is looked at again
     * later. It may be called again for the same attempt after a crash, so the effect of an attempt must stay one.
     *
     * @throws dev.slipway.target.TargetProblem if it can't be done; its message becomes the error of the task
     */
    Outcome run(Ticket<I> ticket);

    /** Ends what an attempt still does, when its time limit has passed or {@link #run} threw. May be called repeatedly. */
    default void abandon(Ticket<I> ticket) {
        // Most types leave nothing behind.
    }
}
