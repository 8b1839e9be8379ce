package dev.slipway.execution;

/** Somebody else has the job in whose course an attempt ended: this node was silent for too long, and nothing is changed. */
public class LostJob extends RuntimeException {

    private static final long serialVersionUID = 1;
}
