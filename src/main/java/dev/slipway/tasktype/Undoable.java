package dev.slipway.tasktype;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task type whose effect can be put back.
 *
 * @param <I> its input
 */
public interface Undoable<I extends Record> extends Work<I> {

    /**
     * What undoing a successful attempt would do as things stand.
     *
     * @param undo what the attempt recorded, see {@link Outcome.Succeeded}
     * @param sooner what attempts recorded that are undone before it, in this order
     */
    Undoing undoing(Map<String, Object> undo, List<Map<String, Object>> sooner);

    /**
     * Does the next piece of undoing, under the same rules as {@link #run}.
     *
     * @param undo what the attempt that is undone recorded
     */
    Outcome undo(Ticket<I> ticket, Map<String, Object> undo);

    /** Ends what an attempt to undo still does, as {@link #abandon} does for {@link #run}. */
    default void abandonUndo(Ticket<I> ticket, Map<String, Object> undo) {
        // Most types leave nothing behind.
    }

    /**
     * What undoing would do.
     *
     * @param what a phrase: {@code storefront in local: version 2.0 back to 1.0}
     * @param changedSince a sentence if somebody else has changed the same thing since, which undoing would undo too
     * @param remark a sentence that is worth knowing before
     */
    record Undoing(String what, @Nullable String changedSince, @Nullable String remark) {}
}
