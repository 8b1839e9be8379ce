package dev.slipway.cli.watch;

import dev.slipway.cli.record.Execution;
import dev.slipway.cli.record.Phase;
import dev.slipway.cli.record.Status;
import dev.slipway.cli.record.Task;
import dev.slipway.cli.text.Clean;
import dev.slipway.cli.text.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An execution in sentences. */
final class Words {

    private static final int FAILURES_TOLD = 5;

    private Words() {}

    /** How far it is and whom it waits for. */
    static String progress(Execution execution) {
        var phases = execution.phases();
        var begun = 1;
        for (int index = 0; index < phases.size(); index++) {
            begun = phases.get(index).startTime() == null ? begun : index + 1;
        }
        var done = execution.tasks().filter(Task::isDone).count();
        var all = execution.tasks().count();
        return "Phase %d of %d. %d of %d tasks done.%s%s"
                .formatted(begun, phases.size(), done, all, running(execution), waiting(execution));
    }

    private static String running(Execution execution) {
        var running = execution
                .tasks()
                .filter(task -> task.status() == Status.RUNNING || task.status() == Status.ROLLING_BACK)
                .count();
        return running == 0 ? "" : " %d %s.".formatted(running, running == 1 ? "runs" : "run");
    }

    private static String waiting(Execution execution) {
        var waiting = execution.waiting().size();
        return waiting == 0 ? "" : " %d %s for a person.".formatted(waiting, waiting == 1 ? "waits" : "wait");
    }

    /** What a person can do now, if anything has to be done: sentences and commands, a line each. */
    static List<String> hints(Execution execution, Subject subject) {
        var hints = new ArrayList<String>();
        for (var task : execution.waiting()) {
            hints.add("%s waits for a decision.".formatted(task.title()));
            hints.add("  " + subject.hint("approve", Subject.quoted(Clean.line(task.name()))));
        }
        if (execution.status() == Status.PAUSED) {
            hints.add("It is stopped. To let it go on:");
            hints.add("  " + subject.hint("continue", ""));
        }
        return hints;
    }

    /** How it ended, and where to look if it did not end well. */
    static List<String> end(Execution execution, Subject subject) {
        var end = new ArrayList<String>();
        var says = execution.says();
        end.add("%s, execution %d: %s%s after %s."
                .formatted(
                        subject.release(),
                        execution.no(),
                        execution.status().words(),
                        says.isEmpty() ? "" : ", " + says,
                        Times.span(execution.took(System.currentTimeMillis()))));
        execution.tasks().filter(Words::hasFailed).limit(FAILURES_TOLD).forEach(task -> {
            end.add("%s failed%s".formatted(task.title(), task.says().isEmpty() ? "." : ": " + task.says()));
            end.add("  " + subject.hint("logs", Subject.quoted(Clean.line(task.name()))));
        });
        return end;
    }

    static boolean hasFailed(Task task) {
        return task.status() == Status.RELEASE_FAILED || task.status() == Status.ROLLBACK_FAILED;
    }

    /** A task for whoever sees nothing else: {@code Build / Build storefront: Running, attempt 2}. */
    static String change(Phase phase, Task task) {
        return "%s / %s: %s%s%s"
                .formatted(
                        phase.title(),
                        task.title(),
                        task.status().words(),
                        task.attempt() > 1 ? ", attempt " + task.attempt() : "",
                        task.says().isEmpty() ? "" : " (%s)".formatted(task.says()));
    }

    static String joined(List<String> lines) {
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
