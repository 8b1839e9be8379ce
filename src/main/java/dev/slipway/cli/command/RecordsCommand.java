package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.http.Answer;
import dev.slipway.cli.http.Ask;
import dev.slipway.cli.http.Json;
import dev.slipway.cli.record.Execution;
import dev.slipway.cli.text.Table;
import dev.slipway.cli.text.Times;
import dev.slipway.cli.watch.Pictures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway releases records}. */
@Command(name = "records", description = "Lists the executions of a release task, the newest first, or shows one.")
final class RecordsCommand extends ReleaseCommand {

    @Mixin
    private final Output output = new Output();

    @Parameters(index = "1", arity = "0..1", paramLabel = "N", description = "Show the execution of this number.")
    private @Nullable Integer number;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, up to 1000. Usually 20.")
    private int limit = 20;

    @Option(names = "--offset", paramLabel = "N", description = "Leave out so many at the beginning.")
    private int offset;

    RecordsCommand(Access access) {
        super(access);
    }

    @Override
    ExitCode run(Releases releases, Release release) {
        var path = number == null
                ? "%s/records?limit=%d&offset=%d".formatted(release.path(), limit, offset)
                : Releases.path(release, releases.execution(release, number).id());
        var answer = releases.client().send(Ask.get(path));
        switch (output.form()) {
            case json -> Output.json(access().terminal(), answer);
            case name -> numbers(answer);
            case table -> table(release, answer);
        }
        return ExitCode.DONE;
    }

    private void numbers(Answer answer) {
        if (number == null) {
            answer.json()
                    .path("records")
                    .forEach(record -> say(record.path("no").asText()));
        } else {
            say(String.valueOf(number));
        }
    }

    private void table(Release release, Answer answer) {
        if (number != null) {
            var execution = answer.as(Execution.class);
            Pictures.whole(execution, Following.subject(release), access().terminal())
                    .forEach(this::say);
            return;
        }
        var table = new Table("NO", "STATUS", "STARTED", "TOOK", "BY", "NOTE");
        for (var record : answer.json().path("records")) {
            var execution = Json.read(record, Execution.class);
            table.add(
                    String.valueOf(execution.no()),
                    execution.status().words(),
                    Times.moment(execution.triggerAt()),
                    Times.span(execution.took(System.currentTimeMillis())),
                    execution.by(),
                    execution.rollsBack() == null
                            ? execution.says()
                            : "rolls back %d %s".formatted(execution.rollsBack(), execution.says()));
        }
        Output.table(access().terminal(), table);
    }
}
