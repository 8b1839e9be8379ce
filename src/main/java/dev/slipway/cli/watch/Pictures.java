package dev.slipway.cli.watch;

import dev.slipway.cli.record.Execution;
import dev.slipway.cli.text.Screen;
import dev.slipway.cli.text.Terminal;
import java.util.List;

/** Executions that are not followed, but looked at once. */
public final class Pictures {

    private static final int WIDTH_OF_FILES = 120;

    private Pictures() {}

    /** The lines of an execution, however many. */
    public static List<String> whole(Execution execution, Subject subject, Terminal terminal) {
        var size = new Screen.Size(Math.min(terminal.columns(), WIDTH_OF_FILES), Integer.MAX_VALUE);
        var hints = Words.hints(execution, subject);
        return Picture.of(execution, subject, hints, size, System.currentTimeMillis()).stream()
                .map(line -> line.drawn(terminal.hasColours()).stripTrailing())
                .toList();
    }
}
