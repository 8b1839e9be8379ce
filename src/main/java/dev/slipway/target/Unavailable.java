package dev.slipway.target;

import org.jspecify.annotations.Nullable;

/** What an order needs can't be reached at the moment; the same order may be carried out later. */
public class Unavailable extends TargetProblem {

    private static final long serialVersionUID = 1;

    /** Takes a sentence for the card of the task, which tries again. */
    public Unavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
