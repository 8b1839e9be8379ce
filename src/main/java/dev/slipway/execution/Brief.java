package dev.slipway.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What whoever does a task needs to know: the task as it was planned, and one attempt of it.
 *
 * @param undoes what a rollback puts back; null in any other execution
 * @param memo what the attempt remembered when it was last looked at; empty at first
 * @param atWork false: the attempt has ended, because somebody has terminated it
 * @param standing how the execution stood when the attempt started; null where that is not known any more
 */
public record Brief(
        Run run,
        long stepRun,
        int attempt,
        String name,
        String displayName,
        String taskType,
        Map<String, Object> input,
        @Nullable Map<String, Object> undoes,
        Duration timeLimit,
        Instant startedAt,
        Map<String, Object> memo,
        boolean atWork,
        @Nullable Standing standing) {

    /**
     * The execution that the task belongs to.
     *
     * @param no counts the executions of its release task
     * @param traceParent where its trace began, as W3C Trace Context writes it; null if it is not traced
     */
    public record Run(
            long id,
            UUID releaseTaskId,
            String releaseName,
            int no,
            String projectId,
            String regionId,
            String startedBy,
            @Nullable String traceParent) {}

    /** The same with how the execution stands. */
    Brief in(@Nullable Standing known) {
        return new Brief(
                run,
                stepRun,
                attempt,
                name,
                displayName,
                taskType,
                input,
                undoes,
                timeLimit,
                startedAt,
                memo,
                atWork,
                known);
    }
}
