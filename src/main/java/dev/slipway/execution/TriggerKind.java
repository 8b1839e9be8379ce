package dev.slipway.execution;

/** What started an execution: somebody, or the schedule that somebody set. */
public enum TriggerKind {
    PERSON,
    SCHEDULE
}
