package dev.slipway.target;

import org.jspecify.annotations.Nullable;

/** An order that a target can't carry out; the message is a sentence for the person who reads the task's error. */
public class TargetProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TargetProblem(String message) {
        super(message);
    }

    public TargetProblem(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
