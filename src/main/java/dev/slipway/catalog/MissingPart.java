package dev.slipway.catalog;

/** Something a task needs isn't there; the message says what to do. */
public class MissingPart extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MissingPart(String message) {
        super(message);
    }
}
