package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files that nothing here can run: there is no Docker in a build, and no systemd that would start a service. */
class FilesTest {

    private static final Path DEPLOY = Path.of("deploy");

    // 0 is a service that may do nothing, 100 one that may do everything.
    private static final int MOST_EXPOSED = 20;

    @Test
    void theImageRunsAsNobodyAndHoldsWhatTheBuildMakes() throws IOException {
        var lines = Files.readAllLines(DEPLOY.resolve("Dockerfile"));

        assertThat(lines).filteredOn(line -> line.startsWith("USER ")).containsOnly("USER 10001:10001");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("ENTRYPOINT "))
                .singleElement()
                .asString()
                .matches("ENTRYPOINT \\[.+]");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("COPY "))
                .containsExactly(
                        "COPY deploy/java.options ./",
                        "COPY target/server/lib/ lib/",
                        "COPY target/server/slipway.jar ./",
                        "COPY deploy/archive-classes.sh /tmp/",
                        "COPY --from=archive /tmp/slipway.jsa ./");
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("*", "!target/server", "!deploy");
    }

    @Test
    void javaTakesItsOptions() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        var flags = run(java, "@" + DEPLOY.resolve("java.options"), "-XX:+PrintFlagsFinal", "-version");

        assertThat(flags)
                .anyMatch(line -> line.matches("\\s*intx Tier4InvocationThreshold +(= )?20000 .*command line.*"));
    }

    @Test
    void composeNamesOnlyWhatItHas() throws IOException {
        var text = Files.readString(DEPLOY.resolve("compose.yaml"));
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        var services = map(file.get("services"));
        var slipway = map(services.get("slipway"));

        assertThat(services)
                .containsKeys(map(slipway.get("depends_on")).keySet().toArray(String[]::new));
        assertThat(map(file.get("volumes"))).containsKey("database");
        var build = map(slipway.get("build"));
        assertThat(DEPLOY.resolve((String) build.get("context")).resolve((String) build.get("dockerfile")))
                .isRegularFile();
        assertThat(slipway).containsEntry("read_only", true);
        // Whoever starts it without a secret is told, and nobody gets one that everybody knows.
        assertThat(text.lines().filter(line -> Pattern.matches(".*(PASSWORD|KEY): .*", line)))
                .hasSize(4)
                .allMatch(line -> line.contains(":?"));
    }

    @Test
    void systemdTakesTheUnitAndFindsItClosed() throws IOException, InterruptedException {
        assumeThat(isOnThePath("systemd-analyze"))
                .as("systemd-analyze is on the path")
                .isTrue();
        var unit = DEPLOY.resolve("systemd").resolve("slipway.service").toString();

        assertThat(run("systemd-analyze", "--man=no", "--recursive-errors=no", "verify", unit))
                .isEmpty();
        var rating =
                run("systemd-analyze", "--no-pager", "--offline=true", "--threshold=" + MOST_EXPOSED, "security", unit);
        assertThat(rating).last().asString().contains("Overall exposure level").doesNotContain("UNSAFE");
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new ArrayList<String>();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(said::add);
        }
        assertThat(process.waitFor())
                .as("%s: %s", String.join(" ", command), String.join("\n", said))
                .isZero();
        return said;
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
