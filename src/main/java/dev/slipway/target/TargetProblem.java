package dev.slipway.target;

/** An order that a target can't carry out; the message is a sentence for the person who reads the task's error. */
public class TargetProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TargetProblem(String message) {
        super(message);
    }

    public TargetProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
