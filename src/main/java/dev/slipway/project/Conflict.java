package dev.slipway.project;

/** What was asked for cannot be done as things stand; answered with 409 and this message. */
public class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Takes the sentence that the user reads. */
    public Conflict(String message) {
        super(message);
    }
}
