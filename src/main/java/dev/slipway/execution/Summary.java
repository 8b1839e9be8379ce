package dev.slipway.execution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution in a few numbers, for the sentence and the bar on top of the process.
 *
 * @param phase the current phase, from 1, of {@code phases}
 * @param asked the checkpoints that wait, each with its decision dialog if the viewer may decide
 * @param failed the failed tasks that the viewer may skip now, at most a few
 * @param message why it ended as it did, where there is something to say
 * @param remark what is to be said beside the status
 */
public record Summary(
        Status status,
        int phase,
        int phases,
        Numbers numbers,
        List<Card> asked,
        List<FailedTask> failed,
        @Nullable String message,
        @Nullable String remark) {

    /**
     * A failed task, and where to go on from it.
     *
     * @param retry the question before it is retried
     * @param skip the question before it is skipped; null for a rejected checkpoint
     */
    public record FailedTask(String name, String title, String retry, @Nullable String skip) {

        static FailedTask of(CardFacts step, String execution) {
            return new FailedTask(
                    step.name(),
                    step.displayName(),
                    "%s/retry?task=%s".formatted(execution, step.name()),
                    step.checkpoint() ? null : "%s/steps/%s/skip".formatted(execution, step.name()));
        }
    }

    /** How many of the selected tasks are where, and how many were not selected. */
    public record Numbers(int selected, int running, int waiting, int succeeded, int failed, int skipped, int waived) {

        static Numbers of(List<PhaseRun> phases) {
            var sum = new Numbers(0, 0, 0, 0, 0, 0, 0);
            for (var phase : phases) {
                sum = new Numbers(
                        sum.selected + phase.selected(),
                        sum.running + phase.running(),
                        sum.waiting + phase.waiting(),
                        sum.succeeded + phase.succeeded(),
                        sum.failed + phase.failed(),
                        sum.skipped + phase.skipped(),
                        sum.waived + phase.waived());
            }
            return sum;
        }

        /** Tasks that have ended, well or not. */
        public int ended() {
            return succeeded + failed + waived;
        }
    }

    public boolean isActive() {
        return status.isActive();
    }

    /** Whether the viewer is the one who is asked. */
    public boolean asksViewer() {
        return asked.stream().anyMatch(card -> card.decide() != null);
    }
}
