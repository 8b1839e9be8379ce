package dev.slipway.database;

/** A reason why Slipway cannot start, told in one sentence that also says what to do. */
public class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes the sentence the person at the terminal reads. */
    public CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
