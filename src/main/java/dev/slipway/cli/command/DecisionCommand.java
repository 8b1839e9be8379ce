package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import dev.slipway.cli.http.Json;
import dev.slipway.cli.record.Execution;
import dev.slipway.cli.text.Clean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides at a checkpoint of the latest execution. */
abstract class DecisionCommand extends ReleaseCommand {

    private final String type;
    private final String done;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TASK",
            description = "The checkpoint. May be left out where just one waits.")
    private @Nullable String task;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "Why. Stands in the execution record.")
    private String message = "";

    DecisionCommand(Access access, String type, String done) {
        super(access);
        this.type = type;
        this.done = done;
    }

    @Override
    final ExitCode run(Releases releases, Release release) {
        var execution = releases.whole(release, null);
        var place = task == null
                ? onlyWaiting(release, execution)
                : Places.of(execution).task(task);
        releases.act(
                release,
                "approval",
                Json.object()
                        .put("task_name", place.task())
                        .put("approval_type", type)
                        .put("message", message));
        say("%s is %s.".formatted(Clean.line(place.taskTitle()), done));
        return ExitCode.DONE;
    }

    private static Places.Place onlyWaiting(Release release, Execution execution) {
        var waiting = execution.waiting();
        if (waiting.isEmpty()) {
            throw new Problem(
                    ExitCode.CONFLICT,
                    "Nothing waits for a decision in %s: it is %s."
                            .formatted(release.title(), execution.status().words()));
        }
        if (waiting.size() > 1) {
            throw new Problem(
                    ExitCode.USAGE,
                    "Several checkpoints wait. Name one of: %s"
                            .formatted(waiting.stream()
                                    .map(each -> Clean.line(each.name()))
                                    .collect(Collectors.joining(", "))));
        }
        return Places.of(execution).task(waiting.get(0).name());
    }
}
