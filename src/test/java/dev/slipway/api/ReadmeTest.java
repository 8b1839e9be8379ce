package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.Program;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ReadmeTest {

    @Test
    void theScriptEndsSuccessful() throws Exception {
        var script = "set -eu\n.ci/install-curl\n"
                + script().replace("slip_...", Program.with(Role.ADMIN).token())
                        .replace("localhost:8080", "localhost:" + RestAssured.port);

        var shell = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(
                        Path.of("target", "readme-script.txt").toFile()))
                .start();
        var ended = shell.waitFor(180, TimeUnit.SECONDS);
        shell.destroyForcibly();

        var said = Files.readString(Path.of("target", "readme-script.txt"), StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(shell.exitValue()).as(said).isZero();
        assertThat(said).contains("\"count\":1", "\"status\":2");
        assertThat(Rows.values("select name || ' ' || status from step_run order by phase_index, group_index"))
                .hasToString("[bkdi55 2, a7sk2p 9, k2m9zt 2]");
    }

    /** The lines of the README that begin with the token, up to the end of the block. */
    private static String script() throws Exception {
        var readme = Files.readString(Path.of("README.md"));
        var from = readme.indexOf("    TOKEN=slip_");
        return readme.substring(from)
                .lines()
                .takeWhile(line -> line.isEmpty() || line.startsWith("    "))
                .map(line -> line.isEmpty() ? line : line.substring(4))
                .collect(Collectors.joining("\n"));
    }
}
