package dev.slipway.target.process;

import dev.slipway.target.TargetProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The environment variables of a started process. Slipway's own are never among them: they may hold secrets. */
final class CleanEnvironment {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private CleanEnvironment() {}

    /** What every process gets, with a directory for temporary files of this run. */
    static Map<String, String> of(Run run) {
        var variables = new LinkedHashMap<String, String>();
        // The running JDK comes first, so that java and javac work where nothing else is installed.
        variables.put(
                "PATH",
                Path.of(System.getProperty("java.home"), "bin")
                        + ":/usr/local/bin:/opt/homebrew/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        variables.put("HOME", System.getProperty("user.home"));
        variables.put("LANG", "C.UTF-8");
        variables.put("TMPDIR", temporary(run).toString());
        return variables;
    }

    /** Checks the variables a user wants for a component. */
    static void check(Map<String, String> variables) {
        variables.forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || value.indexOf('\0') >= 0) {
                throw new TargetProblem(
                        "\"%s\" can't be a variable; a name has letters, digits and _ and starts with no digit."
                                .formatted(name));
            }
            if (name.equals("PATH") || name.equals("PORT") || name.startsWith("SLIPWAY_")) {
                throw new TargetProblem("The variable %s is set by Slipway; choose another name.".formatted(name));
            }
        });
    }

    private static Path temporary(Run run) {
        try {
            return Files.createDirectories(run.directory().resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
