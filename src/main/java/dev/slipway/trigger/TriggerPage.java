package dev.slipway.trigger;

import dev.slipway.execution.Status;
import dev.slipway.release.Paging;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The trigger policy of a release task: what it says, when it starts next, and what came of its starts.
 *
 * @param status where the latest execution stands
 * @param next the next starts
 * @param starts the starts so far, newest first
 */
public record TriggerPage(
        UUID releaseId,
        String releaseName,
        Status status,
        boolean maySet,
        Policy policy,
        List<Moment> next,
        List<Start> starts,
        Paging paging) {

    /**
     * What is set.
     *
     * @param once the time, where there is a single one
     * @param tasks the tasks to run; null: all
     * @param gone names of tasks to run that the release task does not have any more
     * @param set null: it was never set
     */
    public record Policy(
            Timing timing,
            List<Hook> hooks,
            String offset,
            @Nullable String once,
            @Nullable Tasks tasks,
            List<String> gone,
            @Nullable Set set) {}

    /**
     * Some of the tasks of a release task.
     *
     * @param titles the first of them
     * @param total how many they are
     * @param of how many the release task has
     */
    public record Tasks(List<String> titles, int total, int of) {

        private static final int SHOWN = 10;

        static Tasks of(List<String> titles, int all) {
            return new Tasks(titles.subList(0, Math.min(SHOWN, titles.size())), titles.size(), all);
        }

        /** How many there are beyond the first. */
        public int more() {
            return total - titles.size();
        }
    }

    /** Who set it, and when. */
    public record Set(String by, Instant at) {}

    /** A time, and how clocks at the offset of the policy show it. */
    public record Moment(Instant at, String words) {}

    /** What came of a due time. */
    public record Start(Moment due, TriggerStart.Outcome outcome, @Nullable Integer executionNo, String reason) {}
}
