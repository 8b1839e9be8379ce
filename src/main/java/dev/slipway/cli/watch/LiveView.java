package dev.slipway.cli.watch;

import dev.slipway.cli.record.Execution;
import dev.slipway.cli.text.Screen;
import dev.slipway.cli.text.Terminal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a picture over the one before. */
public final class LiveView implements View {

    // [ECMA-48]: cursor to the beginning of a line above, erase to the end of the line, of the screen.
    private static final String UP = "\u001b[%dF";
    private static final String ERASE_LINE = "\u001b[K";
    private static final String ERASE_BELOW = "\u001b[J";

    private final Terminal terminal;
    private final Subject subject;
    private List<Line> drawn = List.of();
    private @Nullable Execution last;

    /** A view that has not drawn anything yet. */
    public LiveView(Terminal terminal, Subject subject) {
        this.terminal = terminal;
        this.subject = subject;
    }

    @Override
    public void show(Execution execution) {
        last = execution;
        draw(execution, Words.hints(execution, subject));
    }

    @Override
    public void lost(String why) {
        if (last == null) {
            terminal.err().println(why + " Trying again.");
        } else {
            draw(last, List.of(why, "Trying again; the release goes on."));
        }
    }

    @Override
    public void end(Execution execution) {
        draw(execution, execution.status().isEnd() ? Words.end(execution, subject) : Words.hints(execution, subject));
    }

    private void draw(Execution execution, List<String> notices) {
        var size = terminal.screen().size();
        var lines = Picture.of(execution, subject, notices, size, System.currentTimeMillis());
        var text = new StringBuilder();
        var up = linesUp(size);
        if (up > 0) {
            text.append(UP.formatted(up));
        }
        for (var line : lines) {
            text.append(line.drawn(terminal.hasColours())).append(ERASE_LINE).append('\n');
        }
        terminal.out().print(text.append(ERASE_BELOW));
        terminal.out().flush();
        drawn = new ArrayList<>(lines);
    }

    /** Where the terminal has become narrower it has broken lines of the picture before. */
    private int linesUp(Screen.Size size) {
        var up = 0;
        for (var line : drawn) {
            var width = dev.slipway.cli.text.Width.of(line.text());
            up += Math.max(1, (width + size.columns() - 1) / size.columns());
        }
        return Math.min(up, size.rows() - 1);
    }
}
