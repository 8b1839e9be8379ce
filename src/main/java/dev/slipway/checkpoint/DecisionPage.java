package dev.slipway.checkpoint;

import dev.slipway.execution.Decision;
import dev.slipway.execution.Status;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The dialog in which a checkpoint is decided, and the page that stands in for it without script.
 *
 * @param attempt the attempt that is asked about; a decision about another one counts for nothing
 * @param open null once it is decided or does not wait any more
 * @param decision who decided it, if somebody did
 */
public record DecisionPage(
        Subject subject, int attempt, Status status, @Nullable Question open, @Nullable Decision decision) {

    /** What it is about, as of a change of the execution. */
    public record Subject(Place place, String releaseName, String title, String type, long executionId, long version) {

        /** The address of the execution. */
        public String execution() {
            return "/releases/%s/executions/%d".formatted(place.releaseId(), place.executionNo());
        }

        /** The address that takes the decision. */
        public String action() {
            return "%s/steps/%s/decision".formatted(execution(), place.task());
        }

        /** The address of what would change if it were agreed to. */
        public String changes() {
            return "%s/steps/%s/changes".formatted(execution(), place.task());
        }
    }

    /** The checkpoint by its address. */
    public record Place(UUID releaseId, int executionNo, String task) {}

    /**
     * What is asked.
     *
     * @param next what the release goes on with; null if this is its last task
     * @param foresees whether an environment can say what would change
     * @param comments what was written so far
     * @param problem what is wrong with the comments
     */
    public record Question(
            boolean takesComments,
            String instructions,
            Instant waitsSince,
            @Nullable String next,
            boolean foresees,
            String comments,
            @Nullable String problem) {}
}
