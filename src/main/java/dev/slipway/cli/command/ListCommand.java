package dev.slipway.cli.command;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Problem;
import dev.slipway.cli.http.Address;
import dev.slipway.cli.http.Answer;
import dev.slipway.cli.http.Ask;
import dev.slipway.cli.record.Status;
import dev.slipway.cli.text.Clean;
import dev.slipway.cli.text.Table;
import dev.slipway.cli.text.Times;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway releases list}. */
@Command(name = "list", aliases = "ls", description = "Lists release tasks, the newest first.")
final class ListCommand implements Runnable {

    private final Access access;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--name", paramLabel = "TEXT", description = "Only those whose name has this in it.")
    private @Nullable String name;

    @Option(names = "--status", paramLabel = "STATUS", description = "Only those with this status: running, 5, ...")
    private @Nullable String status;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, up to 1000. Usually 100.")
    private int limit = 100;

    @Option(names = "--offset", paramLabel = "N", description = "Leave out so many at the beginning.")
    private int offset;

    ListCommand(Access access) {
        this.access = access;
    }

    @Override
    public void run() {
        var releases = new Releases(access);
        var answer = releases.client().send(Ask.get(releases.query(query())));
        switch (output.form()) {
            case json -> Output.json(access.terminal(), answer);
            case name ->
                answer.json().forEach(row -> access.terminal()
                        .out()
                        .println(Clean.line(row.path("name").asText())));
            case table -> table(answer);
        }
        tellOfMore(answer);
    }

    private String query() {
        var query = new StringBuilder("limit=%d&offset=%d".formatted(limit, offset));
        if (name != null) {
            query.append("&name=").append(Address.encoded(name));
        }
        if (status != null) {
            var known = Status.named(status)
                    .orElseThrow(() -> new Problem(
                            ExitCode.USAGE,
                            "There is no status '%s'. There are: %s".formatted(status, Status.names())));
            query.append("&status=").append(known.code());
        }
        return query.toString();
    }

    private void table(Answer answer) {
        var table = new Table("NAME", "STATUS", "EXECUTED", "DESCRIPTION");
        for (var row : answer.json()) {
            var executed = row.path("last_trigger_at");
            table.add(
                    row.path("name").asText(),
                    Status.of(row.path("status").asInt()).words(),
                    executed.isNumber() ? Times.moment(executed.asLong()) : "never",
                    row.path("description").asText());
        }
        Output.table(access.terminal(), table);
    }

    private void tellOfMore(Answer answer) {
        var all = answer.header("X-Total-Count");
        var shown = offset + answer.json().size();
        if (all.matches("\\d{1,9}") && Integer.parseInt(all) > shown) {
            access.terminal().err().println("%s in all. For more: --offset %d".formatted(all, shown));
        }
    }
}
