package dev.slipway.cli.command;

import dev.slipway.cli.http.Answer;
import dev.slipway.cli.text.Clean;
import dev.slipway.cli.text.Table;
import dev.slipway.cli.text.Terminal;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** How a command that reads shows what it has read. */
final class Output {

    /** The forms. */
    enum Form {
        /** For people. */
        table,
        /** What the API answered, untouched. */
        json,
        /** Names only, a line each. */
        name
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "table",
            description = "table, json (the answer of the API, untouched) or name.")
    private Form form = Form.table;

    Form form() {
        return form;
    }

    /** Where somebody looks at it, what a terminal could obey is written as an escape of JSON: the values are the same. */
    static void json(Terminal terminal, Answer answer) {
        if (terminal.screen().showsOutput()) {
            terminal.out().println(Clean.json(new String(answer.bytes(), StandardCharsets.UTF_8)));
        } else {
            terminal.out().writeBytes(answer.bytes());
        }
    }

    static void table(Terminal terminal, Table table) {
        table.lines(terminal.columns()).forEach(terminal.out()::println);
    }
}
