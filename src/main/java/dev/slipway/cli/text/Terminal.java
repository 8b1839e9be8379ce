package dev.slipway.cli.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command reads and writes.
 *
 * @param input standard input
 * @param out what was asked for
 * @param err everything else: problems, questions, hints
 * @param variables the environment
 * @param home the home directory of the user
 */
public record Terminal(
        InputStream input, PrintStream out, PrintStream err, Map<String, String> variables, Path home, Screen screen) {

    /** That of this process. */
    public static Terminal ofTheProcess() {
        return new Terminal(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                new ProcessScreen());
    }

    /** Files and today's terminals are UTF-8, whatever the locale of a container says. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** The value of a variable of the environment; empty if it is not set. */
    public String variable(String name) {
        return variables.getOrDefault(name, "").strip();
    }

    /** Whether output may be drawn over: it is a terminal that understands how. */
    public boolean canRedraw() {
        return screen.showsOutput() && !variable("TERM").equals("dumb");
    }

    /** Whether output may have colours [no-color.org]. */
    public boolean hasColours() {
        return canRedraw() && variable("NO_COLOR").isEmpty();
    }

    /** How wide a table may be; where nobody looks there is no limit. */
    public int columns() {
        return screen.showsOutput() ? screen.size().columns() : Integer.MAX_VALUE;
    }
}
