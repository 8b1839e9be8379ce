package dev.slipway.execution;

/** An execution does not stand any more as somebody thought: nothing may be kept that follows from it. */
public class Overtaken extends RuntimeException {

    private static final long serialVersionUID = 1;
}
