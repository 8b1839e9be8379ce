package dev.slipway.target.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.target.Order;
import dev.slipway.target.TargetProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunSpecTest extends WithSandbox {

    private static final List<String> SLEEP = List.of("sleep", "300");

    @Test
    void startsComponentsWithACleanEnvironment() {
        var order = sandbox.order("1", "1.0", port, List.of("env"), Map.of("COLOUR", "$(id) blue"));
        sandbox.applyAndWait(order);

        var lines = sandbox.linesOf(sandbox.runs().get(0));

        // A shell adds these three itself.
        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf('='))))
                .filteredOn(name -> !List.of("PWD", "SHLVL", "_").contains(name))
                .containsExactlyInAnyOrder(
                        "PATH", "HOME", "LANG", "TMPDIR", "PORT", "SLIPWAY_COMPONENT", "SLIPWAY_VERSION", "COLOUR");
        assertThat(lines).contains("COLOUR=$(id) blue", "PORT=" + port, "SLIPWAY_COMPONENT=ledger");
    }

    @ParameterizedTest
    @MethodSource
    void refusesASpecThatCannotWork(Map<String, Object> spec, String artifact) {
        var order = new Order("1", sandbox.ledger, "1.0", "a test", artifact, spec, Duration.ofSeconds(60));

        assertThatThrownBy(() -> sandbox.target.apply(order)).isInstanceOf(TargetProblem.class);
        assertThat(sandbox.runs()).isEmpty();
    }

    static Stream<Arguments> refusesASpecThatCannotWork() {
        Map<String, Object> good = Map.of("command", SLEEP, "port", 9001);
        return Stream.of(
                arguments(good, "../ledger/1.0"),
                arguments(good, "/etc"),
                arguments(good, "ledger/2.0"),
                arguments(Map.of("port", 9001), "ledger/1.0"),
                arguments(Map.of("command", "rm -rf /", "port", 9001), "ledger/1.0"),
                arguments(Map.of("command", List.of("-x"), "port", 9001), "ledger/1.0"),
                arguments(Map.of("command", SLEEP), "ledger/1.0"),
                arguments(Map.of("command", SLEEP, "port", 70_000), "ledger/1.0"),
                arguments(Map.of("command", SLEEP, "port", 9001, "health", "@evil.example/"), "ledger/1.0"),
                arguments(Map.of("command", SLEEP, "port", 9001, "variables", Map.of("PATH", "x")), "ledger/1.0"),
                arguments(Map.of("command", SLEEP, "port", 9001, "variables", Map.of("A=B", "x")), "ledger/1.0"));
    }

    @Test
    void doesNothingWhereItIsSwitchedOff(@TempDir Path directory) {
        var off = new ProcessTarget(Sandbox.config(false, directory));

        assertThatThrownBy(() -> off.apply(sandbox.order("1", "1.0", port)))
                .isInstanceOf(TargetProblem.class)
                .hasMessageContaining("slipway.target.process.enabled=true");
    }

    private static Arguments arguments(Map<String, Object> spec, String artifact) {
        return Arguments.of(spec, artifact);
    }
}
