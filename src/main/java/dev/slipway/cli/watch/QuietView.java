package dev.slipway.cli.watch;

import dev.slipway.cli.record.Execution;
import dev.slipway.cli.text.Terminal;

/** Says how it ended, and nothing before. */
public final class QuietView implements View {

    private final Terminal terminal;
    private final Subject subject;

    /** A view that has not written anything yet. */
    public QuietView(Terminal terminal, Subject subject) {
        this.terminal = terminal;
        this.subject = subject;
    }

    @Override
    public void show(Execution execution) {
        // Whoever waits quietly wants the end only.
    }

    @Override
    public void lost(String why) {
        // The same; if it lasts for too long, it ends the command with this sentence.
    }

    @Override
    public void end(Execution execution) {
        var lines = execution.status().isEnd() ? Words.end(execution, subject) : Words.hints(execution, subject);
        lines.forEach(terminal.out()::println);
    }
}
