package dev.slipway.tasktype;

/** The input of a task isn't what its type asks for. */
public class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidInput(String message) {
        super(message);
    }

    InvalidInput(String message, Throwable cause) {
        super(message, cause);
    }
}
