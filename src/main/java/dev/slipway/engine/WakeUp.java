package dev.slipway.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Has due work looked for right after the commit: before it there would be nothing to find. */
record WakeUp(Scheduler scheduler) implements Synchronization {

    @Override
    public void beforeCompletion() {
        // Only what is committed can be taken.
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
