package dev.slipway.execution;

/** Somebody wanted to execute a release task without any of its tasks. */
public class NothingSelected extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NothingSelected() {
        super("Select at least one task to execute.");
    }
}
