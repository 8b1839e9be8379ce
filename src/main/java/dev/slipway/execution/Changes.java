package dev.slipway.execution;

import java.util.List;

/**
 * What an event changes.
 *
 * @param steps the tasks that moved, as they are now; empty if the event was stale and changes nothing
 * @param status the status of the execution now
 */
record Changes(List<Snapshot.Step> steps, boolean halted, Status status) {

    boolean isStale() {
        return steps.isEmpty();
    }
}
