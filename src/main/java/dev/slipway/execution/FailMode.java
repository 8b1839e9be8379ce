package dev.slipway.execution;

/** What a failed task does to the rest: the Best Effort Policy of a release task [servicestage_03_0445]. */
public enum FailMode {
    /** Best Effort Policy off: nothing new starts after the first failure. */
    STOP,
    /** Best Effort Policy on: a failed task ends its own group, everything else goes on. */
    CONTINUE
}
