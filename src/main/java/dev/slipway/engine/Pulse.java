package dev.slipway.engine;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import java.time.Duration;

/** When a scheduler last looked for due work. One whose threads all work does not look, and is well all the same. */
class Pulse extends AbstractSchedulerListener {

    private volatile long looked = System.nanoTime();

    @Override
    public void onSchedulerEvent(SchedulerEventType type) {
        if (type == SchedulerEventType.RAN_EXECUTE_DUE) {
            looked = System.nanoTime();
        }
    }

    /** For how long a scheduler has not looked for work that it could have taken. */
    Duration silence(Scheduler scheduler, int threads) {
        return scheduler.getCurrentlyExecuting().size() >= threads
                ? Duration.ZERO
                : Duration.ofNanos(System.nanoTime() - looked);
    }
}
