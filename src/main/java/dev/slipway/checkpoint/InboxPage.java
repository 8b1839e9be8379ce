package dev.slipway.checkpoint;

import java.time.Instant;
import java.util.List;

/**
 * What the inbox shows.
 *
 * @param mayDecide false: nothing waits for this user, whatever waits in the project
 * @param tasks the longest first
 * @param more how many wait beyond those
 */
public record InboxPage(boolean mayDecide, List<Task> tasks, long more) {

    /** How many tasks are shown; deciding on some brings the next ones. */
    static final int LIMIT = 100;

    /**
     * A task that waits.
     *
     * @param execution the address of its execution
     */
    public record Task(
            long stepRun,
            String name,
            String title,
            String taskType,
            Instant since,
            String release,
            int executionNo,
            String execution) {

        static Task of(Waiting.Row row) {
            return new Task(
                    row.stepRun(),
                    row.name(),
                    row.title(),
                    row.taskType(),
                    row.since(),
                    row.release(),
                    row.executionNo(),
                    "/releases/%s/executions/%d".formatted(row.releaseId(), row.executionNo()));
        }

        /** The address of the task. */
        public String address() {
            return execution + "/steps/" + name;
        }

        /** The address at which its decision is made. */
        public String decision() {
            return address() + "/decision";
        }
    }

    static InboxPage of(List<Waiting.Row> rows, long count) {
        return new InboxPage(true, rows.stream().map(Task::of).toList(), Math.max(0, count - rows.size()));
    }

    static InboxPage ofWhoMayNotDecide() {
        return new InboxPage(false, List.of(), 0);
    }
}
