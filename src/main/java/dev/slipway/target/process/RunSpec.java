package dev.slipway.target.process;

import dev.slipway.target.TargetProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to run a component, in the words of this target.
 *
 * @param health the path that answers with 2xx while the component is well
 */
record RunSpec(List<String> command, int port, String health, Map<String, String> variables) {

    private static final int LAST_PORT = 65_535;

    RunSpec {
        checkCommand(command);
        if (port < 1 || port > LAST_PORT) {
            throw new TargetProblem("The port must be a number from 1 to 65535.");
        }
        checkHealth(health);
        CleanEnvironment.check(variables);
    }

    /** Reads the spec of an order. */
    static RunSpec of(Map<String, Object> spec) {
        var health = spec.get("health");
        return new RunSpec(
                command(spec.get("command")),
                port(spec.get("port")),
                health == null ? "/health" : health.toString(),
                variables(spec.get("variables")));
    }

    /** Refuses what a launcher could take for something else than a program and its arguments. */
    static void checkCommand(List<String> command) {
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw new TargetProblem(
                    "The command must be a list: a program and its arguments, such as [\"java\", \"App\"].");
        }
        if (command.get(0).startsWith("-")) {
            throw new TargetProblem(
                    "The command must start with a program, not with the option " + command.get(0) + ".");
        }
        if (command.stream().anyMatch(argument -> argument.indexOf('\0') >= 0)) {
            throw new TargetProblem("The command must not hold the character NUL.");
        }
    }

    private static void checkHealth(String health) {
        try {
            if (health.startsWith("/") && health.equals(new URI("http://localhost" + health).getRawPath())) {
                return;
            }
        } catch (URISyntaxException e) {
            throw new TargetProblem("\"%s\" is not a path for the health check.".formatted(health), e);
        }
        throw new TargetProblem("The health path must be a path that starts with /, such as /health.");
    }

    URI healthAddress() {
        return URI.create("http://127.0.0.1:" + port + health);
    }

    String address() {
        return "http://localhost:" + port;
    }

    static List<String> command(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static int port(@Nullable Object value) {
        try {
            return Integer.parseInt(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new TargetProblem("The port must be a number from 1 to 65535.", e);
        }
    }

    private static Map<String, String> variables(@Nullable Object value) {
        var variables = new LinkedHashMap<String, String>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, text) -> variables.put(String.valueOf(name), String.valueOf(text)));
        } else if (value != null) {
            throw new TargetProblem("The variables must be names with values.");
        }
        return variables;
    }
}
