package dev.slipway.cli.watch;

import dev.slipway.cli.record.Execution;
import dev.slipway.cli.record.Phase;
import dev.slipway.cli.record.Status;
import dev.slipway.cli.record.Task;
import dev.slipway.cli.text.Screen;
import dev.slipway.cli.text.Style;
import dev.slipway.cli.text.Times;
import dev.slipway.cli.text.Width;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws an execution: its phases, groups and tasks, with where each stands and how long it took. */
final class Picture {

    private static final int STATUS = 15;
    private static final int TIME = 8;
    /** With less the times are left out, so that names can still be read. */
    private static final int ROOM_FOR_TIMES = 50;

    private final Execution execution;
    private final Screen.Size size;
    private final long now;
    /** As wide as the widest name: a status that is far from its name would be hard to follow. */
    private final int names;

    private final List<Line> lines = new ArrayList<>();

    private Picture(Execution execution, Screen.Size size, long now) {
        this.execution = execution;
        this.size = size;
        this.now = now;
        this.names = execution.phases().stream()
                .flatMapToInt(phase -> IntStream.concat(
                        IntStream.of(Width.of(phase.title())),
                        phase.tasks().stream().mapToInt(task -> Width.of(indented(phase, task)))))
                .max()
                .orElse(0);
    }

    /**
     * The lines, none wider and not more than the terminal has.
     *
     * @param now epoch milliseconds
     * @param notices what stands below the picture, a line each
     */
    static List<Line> of(Execution execution, Subject subject, List<String> notices, Screen.Size size, long now) {
        // What doesn't fit above the last line would scroll away, and could not be drawn over.
        var room = Math.max(3, size.rows() - 1);
        var full = new Picture(execution, size, now).draw(subject, notices, false);
        var drawn = full.size() <= room ? full : new Picture(execution, size, now).draw(subject, notices, true);
        var below = drawn.stream().filter(line -> line.style() == Style.STRONG).count();
        return clip(drawn, (int) below, room).stream()
                .map(line -> line.cut(size.columns()))
                .toList();
    }

    private static List<Line> clip(List<Line> lines, int notices, int room) {
        if (lines.size() <= room) {
            return lines;
        }
        var below = Math.min(notices, room - 2);
        var above = lines.subList(0, room - 1 - below);
        var clipped = new ArrayList<>(above);
        clipped.add(Line.styled("… %d more lines".formatted(lines.size() - room + 1), Style.QUIET));
        clipped.addAll(lines.subList(lines.size() - below, lines.size()));
        return clipped;
    }

    private List<Line> draw(Subject subject, List<String> notices, boolean brief) {
        head(subject);
        prose(Words.progress(execution), Style.PLAIN);
        for (var phase : execution.phases()) {
            draw(phase, brief && phase.tasks().stream().allMatch(Picture::isQuiet));
        }
        notices.forEach(notice -> prose(notice, Style.STRONG));
        return lines;
    }

    private void prose(String text, Style style) {
        Width.wrapped(text, size.columns()).forEach(line -> lines.add(Line.styled(line, style)));
    }

    /** What nobody has to look at now. */
    private static boolean isQuiet(Task task) {
        return task.status() == Status.NOT_EXECUTED || (task.isDone() && !Words.hasFailed(task));
    }

    private void head(Subject subject) {
        var what = execution.rollsBack() == null ? "" : ", rolls back %d".formatted(execution.rollsBack());
        var says = execution.says();
        var name = "%s, execution %d%s: ".formatted(subject.release(), execution.no(), what);
        var took = Times.span(execution.took(now));
        var status = execution.status();
        var rest = "%s, %s".formatted(says.isEmpty() ? "" : ", " + says, took);
        if (Width.of(name + status.words() + rest) <= size.columns()) {
            lines.add(new Line(name, status.words(), status.style(), rest));
        } else {
            prose(name.strip(), Style.PLAIN);
            lines.add(new Line("  ", status.words(), status.style(), ", " + took));
            if (!says.isEmpty()) {
                prose("  " + says, Style.PLAIN);
            }
        }
    }

    private void draw(Phase phase, boolean closed) {
        lines.add(row(phase.title(), phase.status(), phase.took(now)));
        if (closed) {
            return;
        }
        var groups = phase.groups();
        var number = 0;
        for (var group : groups) {
            number++;
            if (groups.size() > 1) {
                lines.add(Line.styled("  Group " + number, Style.QUIET));
            }
            group.forEach(task -> draw(phase, task));
        }
    }

    private static String indented(Phase phase, Task task) {
        var name = task.attempt() > 1 ? "%s (attempt %d)".formatted(task.title(), task.attempt()) : task.title();
        return " ".repeat(phase.groups().size() > 1 ? 4 : 2) + name;
    }

    private void draw(Phase phase, Task task) {
        var name = indented(phase, task);
        lines.add(row(name, task.status(), task.took(now)));
        if (!task.says().isEmpty()) {
            var indent = name.length() - name.stripLeading().length() + 2;
            lines.add(Line.styled(" ".repeat(indent) + task.says(), Style.QUIET));
        }
    }

    private Line row(String name, Status status, @Nullable Duration took) {
        var times = size.columns() >= ROOM_FOR_TIMES;
        var room = Math.min(names, size.columns() - STATUS - 1 - (times ? TIME : 0));
        var time = times && took != null ? Times.span(took) : "";
        return new Line(
                Width.fit(name, Math.max(0, room)) + " ",
                status.words(),
                status.style(),
                time.isEmpty() ? "" : " ".repeat(STATUS - Width.of(status.words()) + TIME - Width.of(time)) + time);
    }
}
