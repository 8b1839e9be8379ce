package dev.slipway.net;

/** A call to an address that a user gave was refused, or came to nothing; the message is for that user. */
public class RefusedCall extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what is wrong and what is allowed. */
    public RefusedCall(String message) {
        super(message);
    }
}
