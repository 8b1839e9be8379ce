package dev.slipway.execution;

import java.util.List;

/**
 * Where an execution stands, as far as the next state depends on it.
 *
 * @param way what it does and how its states are called
 * @param brake what keeps it from starting anything
 * @param failedBefore tasks that failed in phases before the current one
 * @param steps the tasks of the current phase and of those after it that the next state may reach
 */
record Snapshot(Way way, FailMode failMode, Brake brake, long failedBefore, List<Step> steps) {

    /** What an execution does. */
    enum Way {
        FORWARD(Status.RUNNING, Status.SUCCESSFUL, Status.RELEASE_FAILED),
        ROLLBACK(Status.ROLLING_BACK, Status.ROLLED_BACK, Status.ROLLBACK_FAILED);

        final Status atWork;
        final Status well;
        final Status failed;

        Way(Status atWork, Status well, Status failed) {
            this.atWork = atWork;
            this.well = well;
            this.failed = failed;
        }
    }

    /** What keeps an execution from starting anything. */
    enum Brake {
        /** Nothing does. */
        OFF,
        /** Somebody stopped it; Continue lets it go on. */
        STOPPED,
        /** A failure, a rejection or Terminate: it ends. */
        HALTED
    }

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
