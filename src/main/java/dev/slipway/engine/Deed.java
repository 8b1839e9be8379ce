package dev.slipway.engine;

import dev.slipway.tasktype.Outcome;
import dev.slipway.tasktype.Ticket;
import dev.slipway.tasktype.Undoable;
import dev.slipway.tasktype.Work;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an attempt does: its work, or the undoing of it. */
interface Deed<I extends Record> {

    Outcome run(Ticket<I> ticket);

    void abandon(Ticket<I> ticket);

    /** @param undoes what is undone; null to go forward */
    static <I extends Record> Deed<I> of(Work<I> work, @Nullable Map<String, Object> undoes) {
        return undoes == null ? new Forward<>(work) : new Back<>((Undoable<I>) work, undoes);
    }

    /** Does the work. */
    record Forward<I extends Record>(Work<I> work) implements Deed<I> {

        @Override
        public Outcome run(Ticket<I> ticket) {
            return work.run(ticket);
        }

        @Override
        public void abandon(Ticket<I> ticket) {
            work.abandon(ticket);
        }
    }

    /** Undoes the work. */
    record Back<I extends Record>(Undoable<I> work, Map<String, Object> undoes) implements Deed<I> {

        @Override
        public Outcome run(Ticket<I> ticket) {
            return work.undo(ticket, undoes);
        }

        @Override
        public void abandon(Ticket<I> ticket) {
            work.abandonUndo(ticket, undoes);
        }
    }
}
