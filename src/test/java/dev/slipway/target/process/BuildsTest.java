package dev.slipway.target.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.target.BuildOrder;
import dev.slipway.target.Progress;
import dev.slipway.target.TargetProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuildsTest {

    private final List<String> lines = new ArrayList<>();
    private Sandbox sandbox;

    @BeforeEach
    void openSandbox(@TempDir Path directory) {
        sandbox = new Sandbox(directory);
        sandbox.source("build.sh", "echo one\necho two >&2\nmkdir out\necho made >out/thing\nprintf three\n");
    }

    @AfterEach
    void closeSandbox() {
        sandbox.close();
    }

    @Test
    void publishesWhatTheCommandMadeAndDeliversWhatItPrinted() {
        var result = sandbox.buildAndWait(sandbox.build("1", "sh", "build.sh"), lines);

        assertThat(result).isEqualTo(new Progress.Ready("thing/1.0/order-1"));
        assertThat(lines).containsExactly("one", "two", "three");
        assertThat(sandbox.root().resolve("artifacts/thing/1.0/order-1/thing")).hasContent("made");
        assertThat(sandbox.sources().resolve("thing/out")).doesNotExist();
    }

    @Test
    void buildsTheSamples(@TempDir Path directory) throws IOException {
        var samples = Path.of("deploy/samples").toAbsolutePath();
        Files.createSymbolicLink(directory.resolve("sources"), samples);
        try (var builder = new Sandbox(directory)) {
            var order = Sandbox.build(
                    "1",
                    "ledger",
                    "1.0",
                    Map.of("source", "payments/ledger", "command", List.of("java", "Build.java"), "output", "out"));

            var result = builder.buildAndWait(order, lines);

            assertThat(result).as(lines.toString()).isEqualTo(new Progress.Ready("ledger/1.0/order-1"));
            assertThat(lines).contains("Compiling Ledger.java").last().isEqualTo("Done");
        }
    }

    @Test
    void deliversOnlyLinesThatWereNotSeenYet() {
        var order = sandbox.build("1", "sh", "build.sh");
        sandbox.buildAndWait(order, new ArrayList<>());

        sandbox.target.lookAtBuild(order, 2, lines::add);

        assertThat(lines).containsExactly("three");
    }

    @Test
    void saysWhyABuildFailed() {
        sandbox.source("build.sh", "echo it is Monday\nexit 3\n");

        var result = sandbox.buildAndWait(sandbox.build("1", "sh", "build.sh"), lines);

        assertThat(Sandbox.brokenBecause(result))
                .startsWith("The build ended with exit code 3.")
                .endsWith("it is Monday");
        assertThat(sandbox.root().resolve("artifacts/thing")).doesNotExist();
    }

    @Test
    void saysThatTheOutputIsMissing() {
        var result = sandbox.buildAndWait(sandbox.build("1", "true"), lines);

        assertThat(Sandbox.brokenBecause(result)).isEqualTo("The build ended well, but made no directory \"out\".");
    }

    @Test
    void buildsOnceHoweverOftenItIsOrdered() {
        var order = sandbox.build("1", "sh", "build.sh");
        sandbox.target.build(order);
        sandbox.target.build(order);
        sandbox.buildAndWait(order, lines);
        sandbox.target.build(order);

        var again = sandbox.target.lookAtBuild(order, lines.size(), lines::add);

        assertThat(again).isEqualTo(new Progress.Ready("thing/1.0/order-1"));
        assertThat(lines).containsExactly("one", "two", "three");
    }

    @Test
    void keepsWhatAnEarlierBuildOfTheSameVersionMade() {
        sandbox.buildAndWait(sandbox.build("1", "sh", "build.sh"), lines);
        sandbox.source("build.sh", "mkdir out\necho better >out/thing\n");

        var result = sandbox.buildAndWait(sandbox.build("2", "sh", "build.sh"), new ArrayList<>());

        assertThat(result).isEqualTo(new Progress.Ready("thing/1.0/order-2"));
        assertThat(sandbox.root().resolve("artifacts/thing/1.0/order-1/thing")).hasContent("made");
        assertThat(sandbox.root().resolve("artifacts/thing/1.0/order-2/thing")).hasContent("better");
    }

    @Test
    void cancelsABuildWithAllItsProcesses() {
        sandbox.source("build.sh", "sleep 300 &\ntrap '' TERM\necho begun\nwhile true; do sleep 1; done\n");
        var order = sandbox.build("1", "sh", "build.sh");
        sandbox.target.build(order);
        Sandbox.until(() -> {
            sandbox.target.lookAtBuild(order, lines.size(), lines::add);
            return lines.contains("begun");
        });

        sandbox.target.cancelBuild(order);

        var result = Sandbox.result(() -> sandbox.target.lookAtBuild(order, lines.size(), lines::add));
        assertThat(result).isEqualTo(new Progress.Broken("The build was cancelled."));
        var run = new Run(Names.order(sandbox.root().resolve("builds"), "1"), Machine.thisOne());
        assertThat(run.processes()).isEmpty();
    }

    @Test
    void neverStartsABuildThatWasCancelledBefore() {
        var order = sandbox.build("1", "sh", "build.sh");

        sandbox.target.cancelBuild(order);

        assertThat(sandbox.buildAndWait(order, lines)).isEqualTo(new Progress.Broken("The build was cancelled."));
        assertThat(lines).isEmpty();
    }

    @Test
    void knowsHowABuildEndedWhoseSlipwayWasKilled() {
        sandbox.source("build.sh", "echo begun\nuntil [ -e ../go ]; do sleep 0.1; done\nmkdir out\n");
        AnotherSlipway.ordersAndIsKilled(sandbox.directory.toString(), "1");
        new Run(Names.order(sandbox.root().resolve("builds"), "1"), Machine.thisOne()).mark("go");

        var order = sandbox.build("1", "sh", "build.sh");
        var result = Sandbox.result(() -> sandbox.target.lookAtBuild(order, lines.size(), lines::add));

        assertThat(result).isEqualTo(new Progress.Ready("thing/1.0/order-1"));
        assertThat(lines).containsExactly("begun");
    }

    @Test
    void givesNoShellAnythingToInterpret() {
        sandbox.buildAndWait(sandbox.build("1", "echo", "$(id) `id` $HOME; id && id", "*"), lines);
        var builtIn = sandbox.buildAndWait(sandbox.build("2", "eval", "echo pwned"), lines);

        assertThat(lines).first().isEqualTo("$(id) `id` $HOME; id && id *");
        assertThat(lines).doesNotContain("pwned");
        assertThat(Sandbox.brokenBecause(builtIn)).startsWith("The build ended with exit code 127.");
    }

    @Test
    void startsBuildsWithACleanEnvironment() {
        sandbox.buildAndWait(sandbox.build("1", "env"), lines);

        // A shell adds these three itself.
        assertThat(lines.stream().map(line -> line.substring(0, line.indexOf('='))))
                .filteredOn(name -> !List.of("PWD", "SHLVL", "_").contains(name))
                .containsExactlyInAnyOrder("PATH", "HOME", "LANG", "TMPDIR", "SLIPWAY_ARTIFACT", "SLIPWAY_VERSION");
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatLeadsOut(BuildOrder order) throws IOException {
        Files.createSymbolicLink(sandbox.sources().resolve("link"), Path.of("/etc"));
        Files.createDirectories(sandbox.sources().resolve("inner"));
        Files.createSymbolicLink(sandbox.sources().resolve("inner/passwd"), Path.of("/etc/passwd"));

        assertThatThrownBy(() -> sandbox.target.build(order))
                .isInstanceOf(TargetProblem.class)
                .hasMessageContaining("can't be");
        assertThat(sandbox.root().resolve("builds/order-1/claim")).doesNotExist();
    }

    static Stream<BuildOrder> refusesWhatLeadsOut() {
        return Stream.of(
                order("thing", "1.0", "../thing", "out"),
                order("thing", "1.0", "thing/../thing", "out"),
                order("thing", "1.0", "/etc", "out"),
                order("thing", "1.0", "", "out"),
                order("thing", "1.0", "link", "out"),
                order("thing", "1.0", "inner", "out"),
                order("thing", "1.0", "thing", "../out"),
                order("thing", "1.0", "thing", "/tmp"),
                order("..", "1.0", "thing", "out"),
                order("a/b", "1.0", "thing", "out"),
                order("thing", "../1.0", "thing", "out"),
                order("thing", ".", "thing", "out"));
    }

    private static BuildOrder order(String artifact, String version, String source, String output) {
        return Sandbox.build(
                "1", artifact, version, Map.of("source", source, "command", List.of("true"), "output", output));
    }
}
