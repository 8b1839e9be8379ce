package dev.slipway.execution;

import java.util.List;

/**
 * Where an execution stands, as far as the next state depends on it.
 *
 * @param halted nothing new may start any more
 * @param failedBefore tasks that failed in phases before this one
 * @param phase the tasks of the current phase
 * @param nextPhase the tasks of the next phase that has something to run; empty if there is none
 */
record Snapshot(FailMode failMode, boolean halted, long failedBefore, List<Step> phase, List<Step> nextPhase) {

    /** One task: {@code group} and {@code order} place it in its phase, {@code attempt} is 0 until it first starts. */
    record Step(long id, int phase, int group, int order, boolean checkpoint, Status status, int attempt) {

        boolean isActive() {
            return status == Status.RUNNING || status == Status.TO_BE_APPROVED;
        }

        Step moved(Status next) {
            return new Step(id, phase, group, order, checkpoint, next, attempt);
        }

        Step started() {
            return new Step(
                    id,
                    phase,
                    group,
                    order,
                    checkpoint,
                    checkpoint ? Status.TO_BE_APPROVED : Status.RUNNING,
                    attempt + 1);
        }
    }
}
