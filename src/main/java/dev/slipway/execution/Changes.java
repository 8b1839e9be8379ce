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
}
