package dev.slipway.execution;

import java.util.List;

/**
 * What an event changes.
 *
 * @param accepted false: the event was stale, or can't happen as things stand, and changes nothing
 * @param steps the tasks that moved, as they are now
 * @param brake what keeps it from starting anything now
 * @param status the status of the execution now
 */
record Changes(boolean accepted, List<Snapshot.Step> steps, Snapshot.Brake brake, Status status) {

    boolean isStale() {
        return !accepted;
    }

    /** The attempts that start and are to be worked on: what moved and is running has just started. */
    List<StepJobs.Started> started() {
        return steps.stream()
                .filter(step -> step.status() == Status.RUNNING)
                .map(step -> new StepJobs.Started(step.id(), step.attempt()))
                .toList();
    }

    /** The ids of the checkpoints that wait for a decision from now on. */
    List<Long> asking() {
        return steps.stream()
                .filter(step -> step.status() == Status.TO_BE_APPROVED)
                .map(Snapshot.Step::id)
                .toList();
    }
}
