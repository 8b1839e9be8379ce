package dev.slipway.cli.watch;

import dev.slipway.cli.record.Execution;
import dev.slipway.cli.record.Status;
import dev.slipway.cli.text.Terminal;
import dev.slipway.cli.text.Times;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a line for each change, for logs and for screen readers. */
public final class PlainView implements View {

    private final Terminal terminal;
    private final Subject subject;
    private final Map<String, String> told = new HashMap<>();
    private @Nullable Status status;
    private boolean isLost;

    /** A view that has not written anything yet. */
    public PlainView(Terminal terminal, Subject subject) {
        this.terminal = terminal;
        this.subject = subject;
    }

    @Override
    public void show(Execution execution) {
        if (isLost) {
            line("Slipway answers again.");
            isLost = false;
        }
        for (var phase : execution.phases()) {
            for (var task : phase.tasks()) {
                var change = Words.change(phase, task);
                var before = told.put(task.name(), change);
                if (!change.equals(before) && (before != null || task.status() != Status.NOT_EXECUTED)) {
                    line(change);
                }
            }
        }
        if (status != execution.status()) {
            status = execution.status();
            line("%s, execution %d: %s".formatted(subject.release(), execution.no(), status.words()));
            Words.hints(execution, subject).forEach(this::line);
        }
    }

    @Override
    public void lost(String why) {
        if (!isLost) {
            line(why + " Trying again; the release goes on.");
        }
        isLost = true;
    }

    @Override
    public void end(Execution execution) {
        if (execution.status().isEnd()) {
            List.copyOf(Words.end(execution, subject)).forEach(terminal.out()::println);
        }
    }

    private void line(String text) {
        terminal.out().println(Times.clock(Instant.now()) + " " + text);
    }
}
