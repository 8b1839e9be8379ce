package dev.slipway.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.ExitCode;
import dev.slipway.cli.record.Status;
import dev.slipway.cli.text.Clean;
import dev.slipway.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway releases show}. */
@Command(name = "show", description = "Shows a release task and the names of its tasks.")
final class ShowCommand extends ReleaseCommand {

    @Mixin
    private final Output output = new Output();

    ShowCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        var answer = releases.details(release);
        switch (output.form()) {
            case json -> Output.json(access().terminal(), answer);
            case name -> say(release.title());
            case table -> table(answer.json());
        }
        return ExitCode.DONE;
    }

    private void table(JsonNode details) {
        say("%s: %s"
                .formatted(
                        Clean.line(details.path("name").asText()),
                        Status.of(details.path("status").asInt()).words()));
        var description = Clean.line(details.path("description").asText());
        if (!description.isEmpty()) {
            say(description);
        }
        say("Id %s, region %s, revision %d"
                .formatted(
                        Clean.line(details.path("id").asText()),
                        Clean.line(details.path("region").asText()),
                        details.path("version").asInt()));
        say("");
        Output.table(access().terminal(), tasks(details));
    }

    private static Table tasks(JsonNode details) {
        var table = new Table("TASK", "NAME", "GROUP", "TYPE");
        for (var stage : details.path("pipeline_declaration").path(0).path("stages")) {
            table.add(
                    stage.path("name").asText() + "/",
                    stage.path("display_name").asText(),
                    "",
                    "");
            for (var task : stage.path("tasks")) {
                table.add(
                        stage.path("name").asText() + "/" + task.path("name").asText(),
                        "  " + task.path("display_name").asText(),
                        String.valueOf(task.path("group_index").asInt() + 1),
                        task.path("task_type").asText());
            }
        }
        return table;
    }
}
