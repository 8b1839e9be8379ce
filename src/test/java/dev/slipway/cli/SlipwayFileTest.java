package dev.slipway.cli;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Program;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packaged file, as a process of its own. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class SlipwayFileTest {

    private static final Path FILE = Path.of("target", "slipway").toAbsolutePath();

    @Test
    void theScriptOfTheReadmeEndsSuccessful() throws Exception {
        var said = shell(
                "readme",
                script().replace("slip_...", Program.with(Role.ADMIN).token())
                        .replace("localhost:8080", "localhost:" + RestAssured.port));

        assertThat(said).contains("release-gn7mre, execution 1: Successful", "\"count\":1", "\"status\":2");
        assertThat(Rows.values("select name || ' ' || status from step_run order by phase_index, group_index"))
                .hasToString("[bkdi55 2, a7sk2p 9, k2m9zt 2]");
    }

    @Test
    void onATerminalTheReleaseIsDrawnOverItself() throws Exception {
        Given.release("release-shop").phase(group(approval("go-live"))).create();
        var token = Program.with(Role.ADMIN).token();
        var variables = "export TERM=xterm SLIPWAY_SERVER=http://localhost:%d SLIPWAY_TOKEN=%s\n"
                .formatted(RestAssured.port, token);

        var typescript = Path.of("target", "cli-typescript.txt");
        Files.deleteIfExists(typescript);
        var shell = start(
                "watch",
                variables
                        + """
                        script -qefc 'stty cols 60 rows 20
                          slipway releases execute release-shop --watch --every 50ms' target/cli-typescript.txt
                        """);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        Files.exists(typescript) && Files.readString(typescript).contains("waits for a decision"));

        Releaser.agree(Rows.number("select max(id) from execution"), "go-live");

        var said = end("watch", shell);
        assertThat(said).contains("\u001b[1;33mTo be approved\u001b[0m", "\u001b[J", "\u001b[K");
        assertThat(said).contains("\u001b[32mSuccessful\u001b[0m", "release-shop, execution 1: ");
        assertThat(Rows.status(Rows.number("select max(id) from execution"))).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void ctrlCEndsTheWatchingAndNothingElse() throws Exception {
        var id = Given.release("release-shop").phase(group(approval("go-live"))).create();
        var execution = Releaser.execute(id);
        Releaser.awaitStatus(execution, Status.TO_BE_APPROVED);
        var watching = new ProcessBuilder(interruptible("releases", "watch", "release-shop"));
        watching.environment().put("SLIPWAY_SERVER", "http://localhost:" + RestAssured.port);
        watching.environment().put("SLIPWAY_TOKEN", Program.with(Role.VIEWER).token());
        var process = watching.redirectErrorStream(true).start();
        var output = process.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).contains("go-live: To be approved");

        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(output.lines().collect(Collectors.joining())).contains("The release goes on");
        assertThat(Rows.status(execution)).isEqualTo(Status.TO_BE_APPROVED);
    }

    @Test
    void bashCompletesCommandsAndTheServerOffersTheFile() throws Exception {
        var said = shell(
                "completion",
                """
                source <(slipway completion bash)
                COMP_WORDS=(slipway releases exe); COMP_CWORD=2; COMP_LINE="slipway releases exe"; COMP_POINT=20
                compopt() { :; }
                _complete_slipway
                echo "${COMPREPLY[@]}"
                java -jar target/slipway --version
                """);

        assertThat(said).isEqualTo("execute\nslipway 0.1.0\n");
        var download = RestAssured.given().get("/slipway");
        assertThat(download.header("Content-Disposition")).contains("filename=\"slipway\"");
        assertThat(download.asByteArray()).isEqualTo(Files.readAllBytes(FILE));
    }

    /** Whatever began this test in the background has made it deaf to Ctrl-C, and all its children too. */
    private static List<String> interruptible(String... arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("os.name").equals("Linux")) {
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(FILE.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static String shell(String name, String script) throws Exception {
        return end(name, start(name, script));
    }

    private static Process start(String name, String script) throws Exception {
        var bash = new ProcessBuilder("bash", "-c", "set -eu\n" + script);
        bash.environment().put("PATH", FILE.getParent() + ":" + System.getenv("PATH"));
        return bash.redirectErrorStream(true)
                .redirectOutput(output(name).toFile())
                .start();
    }

    private static Path output(String name) {
        return Path.of("target", "cli-%s.txt".formatted(name));
    }

    private static String end(String name, Process shell) throws Exception {
        var ended = shell.waitFor(120, TimeUnit.SECONDS);
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
        var said = Files.readString(output(name), StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(shell.exitValue()).as(said).isZero();
        return said;
    }

    /** The lines of the README that begin with the server and the token, up to the end of the block. */
    private static String script() throws Exception {
        var readme = Files.readString(Path.of("README.md"));
        return readme.substring(readme.indexOf("    export SLIPWAY_SERVER="))
                .lines()
                .takeWhile(line -> line.isEmpty() || line.startsWith("    "))
                .map(line -> line.isEmpty() ? line : line.substring(4))
                .collect(Collectors.joining("\n"));
    }
}
