package dev.slipway.tasktype;

import java.time.Duration;
import java.util.Map;

/** What running an attempt came to. Nothing else leaves a task type. */
public sealed interface Outcome {

    /**
     * Done.
     *
     * @param said one sentence for the card
     * @param output named results, shown on the page of the task
     */
    record Succeeded(String said, Map<String, Object> output) implements Outcome {}

    /** Failed; {@code why} is a full sentence for whoever is called at night. */
    record Failed(String why) implements Outcome {}

    /**
     * Not done yet.
     *
     * @param in when to look again
     * @param what what it is doing, for the card
     * @param memo what {@link Work#run} wants to find in its next {@link Ticket}
     */
    record LookAgain(Duration in, String what, Map<String, Object> memo) implements Outcome {}
}
