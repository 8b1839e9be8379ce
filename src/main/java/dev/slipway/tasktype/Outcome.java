package dev.slipway.tasktype;

import java.time.Duration;
import java.util.Map;

/** What running an attempt came to. Nothing else leaves a task type. */
public sealed interface Outcome {

    /** Records what the attempt changed, in the transaction that ends it: never twice, and never for nothing. */
    Runnable NOTHING = () -> {};

    /**
     * Done.
     *
     * @param said one sentence for the card
     * @param output named results, shown on the page of the task
     * @param undo what undoing it would need to know; empty if there is nothing to undo
     * @param recording records what was changed
     */
    record Succeeded(String said, Map<String, Object> output, Map<String, Object> undo, Runnable recording)
            implements Outcome {

        /** Done, with nothing to undo. */
        public Succeeded(String said, Map<String, Object> output) {
            this(said, output, Map.of(), NOTHING);
        }
    }

    /**
     * Failed.
     *
     * @param why a full sentence for whoever is called at night
     * @param recording records what was changed all the same
     */
    record Failed(String why, Runnable recording) implements Outcome {

        /** Failed, and nothing was changed. */
        public Failed(String why) {
            this(why, NOTHING);
        }
    }

    /**
     * Not done yet.
     *
     * @param in when to look again
     * @param what what it is doing, for the card
     * @param memo what {@link Work#run} wants to find in its next {@link Ticket}
     */
    record LookAgain(Duration in, String what, Map<String, Object> memo) implements Outcome {}
}
