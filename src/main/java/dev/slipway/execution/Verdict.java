package dev.slipway.execution;

/** What a person decided at a checkpoint. */
public enum Verdict {
    AGREE,
    REJECT
}
