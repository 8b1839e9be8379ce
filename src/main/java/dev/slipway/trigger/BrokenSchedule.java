package dev.slipway.trigger;

/** A schedule can't be followed; the message is a sentence that says what is wrong and what is allowed. */
public class BrokenSchedule extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenSchedule(String message) {
        super(message);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
