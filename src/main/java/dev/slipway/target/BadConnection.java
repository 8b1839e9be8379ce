package dev.slipway.target;

/** A connection that can't be taken; the message is a sentence for the person who typed it, without secrets. */
public class BadConnection extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    /** Takes the name of the field whose answer is wrong, and what is wrong with it. */
    public BadConnection(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The name of the field. */
    public String field() {
        return field;
    }
}
