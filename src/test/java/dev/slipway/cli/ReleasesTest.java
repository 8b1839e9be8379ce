package dev.slipway.cli;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.tasktype.Outcome;
import dev.slipway.template.Zip;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Program;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ReleasesTest {

    private static final String PIPELINES = "/v3/0/pipeline/pipelines";

    @Inject
    Scripted scripts;

    private Program program;
    private Shell shell;
    private UUID id;

    @BeforeEach
    void create() {
        program = Program.with(Role.ADMIN);
        shell = Shell.of(RestAssured.port, program.token());
        id = Given.release("release-shop")
                .phase(group(scripted("builds")), group(scripted("tests")))
                .phase(group(approval("go-live"), scripted("deploys")))
                .create();
    }

    @Test
    void releaseTasksAreListedForPeopleAndForPrograms() {
        assertThat(shell.run("releases", "list").out().lines())
                .satisfiesExactly(head -> assertThat(head).startsWith("NAME"), row -> assertThat(row)
                        .startsWith("release-shop  Not executed  never"));
        assertThat(shell.run("releases", "list", "-o", "json").out())
                .isEqualTo(program.get(PIPELINES + "?limit=100&offset=0").asString());
        assertThat(shell.run("releases", "list", "-o", "name").out()).isEqualTo("release-shop\n");
        assertThat(shell.run("releases", "list", "-o", "name", "--status", "running")
                        .out())
                .isEmpty();
        assertThat(shell.run("releases", "list", "--status", "odd").err())
                .contains("There are: not-executed, successful");
        assertThat(shell.run("releases", "show", "release-shop").out()).contains("phase-1/builds", "manual_approval");
    }

    @Test
    void anUploadIsWhatATaskNames(@TempDir Path directory) throws IOException {
        var file = Files.write(directory.resolve("web app.zip"), Zip.of(Zip.SMALL));

        var said = shell.run("upload", file.toString());

        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .isEqualTo(Rows.values("select reference from upload").get(0) + "\n");
        assertThat(Rows.values("select name from upload").toString()).isEqualTo("[web app.zip]");
        assertThat(shell.run("upload", directory.resolve("other").toString()))
                .isEqualTo(new Shell.Said(
                        2,
                        "",
                        "slipway: %s can't be read: check that it is there and yours.\n"
                                .formatted(directory.resolve("other"))));
    }

    @Test
    void theWholeReleaseIsExecutedApprovedAndFollowed() {
        var started = shell.run(
                "releases",
                "execute",
                "release-shop",
                "--task",
                "phase-1/builds",
                "--stage",
                "phase-2",
                "--wait",
                "--exit-when-waiting",
                "--every",
                "20ms");

        assertThat(started.code()).as(started.err()).isEqualTo(6);
        assertThat(started.out()).contains("slipway releases approve release-shop go-live");
        assertThat(shell.run("releases", "approve", "release-shop", "-m", "by the book"))
                .isEqualTo(new Shell.Said(0, "go-live is approved.\n", ""));
        var watched = shell.run("releases", "watch", "release-shop", "--every", "20ms");
        assertThat(watched.code()).as(watched.err()).isZero();
        assertThat(watched.out())
                .contains("Phase 1 / tests: Skipped", "agreed: by the book")
                .contains("release-shop, execution 1: Successful after ");
        assertThat(scripts.runs()).containsExactly("builds", "deploys");
        assertThat(shell.run("releases", "records", "release-shop", "-o", "name")
                        .out())
                .isEqualTo("1\n");
        assertThat(shell.run("releases", "records", "release-shop", "1").out()).contains("go-live", "Successful");
        assertThat(shell.run("releases", "records", "release-shop", "2").code()).isEqualTo(3);
    }

    @Test
    void whatIsNotThereIsSaidWithWhatThereIs() {
        assertThat(shell.run("releases", "watch", "release-shop").err()).contains("was never executed");
        assertThat(shell.run("releases", "show", "shop").err()).contains("Did you mean release-shop?");
        assertThat(shell.run("releases", "execute", "release-shop", "--stage", "nobody")
                        .err())
                .contains("There is no stage 'nobody'. There are: phase-1, phase-2");
        Releaser.end(Releaser.execute(id, "builds"));

        assertThat(shell.run("releases", "logs", "release-shop", "nobody").err())
                .contains("There is no task 'nobody'. There are: phase-1/builds, ");
        assertThat(shell.run("releases", "records", "release-shop", "2").code()).isEqualTo(3);
        assertThat(shell.run("releases", "approve", "release-shop").code()).isEqualTo(5);
    }

    @Test
    void whatFailedIsLookedAtRetriedAndSkipped() {
        scripts.on("builds", ticket -> {
            ticket.log().add(List.of("compiling \u001b[31mred\u001b[0m", "\u001b]0;title\u0007broken"));
            return new Outcome.Failed("no \u001b[2Jcompiler");
        });
        var failed = shell.run("releases", "execute", "release-shop", "--task", "builds", "--watch", "--every", "20ms");

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out())
                .contains("builds failed: no compiler", "  slipway releases logs release-shop builds")
                .doesNotContain("\u001b");
        assertThat(shell.run("releases", "logs", "release-shop", "builds", "--follow")
                        .out())
                .isEqualTo("compiling red\nbroken\n");
        assertThat(shell.run("releases", "retry", "release-shop", "--task", "builds")
                        .code())
                .isZero();
        assertThat(shell.run("releases", "watch", "release-shop", "--every", "20ms")
                        .code())
                .isEqualTo(1);
        assertThat(shell.run("releases", "logs", "release-shop", "phase-1/builds", "--attempt", "1")
                        .code())
                .isZero();
        assertThat(shell.run("releases", "skip", "release-shop", "builds", "-m", "known")
                        .code())
                .isZero();
        assertThat(shell.run("releases", "watch", "release-shop", "--every", "20ms")
                        .out())
                .contains("Successful, 1 skipped by");
    }

    @Test
    void aReleaseIsStoppedContinuedAndTerminated() {
        scripts.block("builds");
        shell.run("releases", "execute", "release-shop");
        Releaser.awaitStep(execution(), "builds", Status.RUNNING);

        assertThat(shell.run("releases", "stop", "release-shop").out()).isEqualTo("release-shop is being stopped.\n");
        assertThat(shell.run("releases", "watch", "release-shop", "--timeout", "1ms", "--every", "20ms")
                        .code())
                .isEqualTo(6);
        scripts.goOn("builds");
        var paused = shell.run("releases", "watch", "release-shop", "--exit-when-waiting", "--every", "20ms");
        assertThat(paused.out()).contains("  slipway releases continue release-shop");
        assertThat(shell.run("releases", "execute", "release-shop").code()).isEqualTo(5);
        assertThat(shell.run("releases", "continue", "release-shop").code()).isZero();
        Releaser.awaitStep(execution(), "go-live", Status.TO_BE_APPROVED);
        assertThat(shell.run("releases", "terminate", "release-shop").err()).contains("add --yes");
        assertThat(shell.onATerminal()
                        .typing("no\n")
                        .run("releases", "terminate", "release-shop")
                        .err())
                .contains("[y/N]", "Nothing was done.");
        assertThat(shell.typing("y\n")
                        .run("releases", "terminate", "release-shop")
                        .code())
                .isZero();
        assertThat(Rows.status(execution())).isEqualTo(Status.RELEASE_FAILED);
    }

    @Test
    void aRejectionEndsTheRelease() {
        shell.run("releases", "execute", "release-shop", "--stage", "Phase 2", "--wait", "--exit-when-waiting");

        assertThat(shell.run("releases", "reject", "release-shop", "go-live").out())
                .isEqualTo("go-live is rejected.\n");
        assertThat(shell.run("releases", "watch", "release-shop", "--record", "1", "--every", "20ms")
                        .code())
                .isEqualTo(1);
        assertThat(shell.run("releases", "rollback", "release-shop", "--yes").code())
                .isEqualTo(5);
    }

    @Test
    void aFileIsExportedCreatedEditedAndDeleted() {
        var file = shell.run("releases", "export", id.toString()).out();

        assertThat(file)
                .isEqualTo(program.get("%s/%s/file".formatted(PIPELINES, id)).asString());
        var copy = file.replace("release-shop", "release-copy");
        assertThat(shell.typing(copy).run("releases", "create", "-f", "-").out())
                .startsWith("release-copy is created. Id ");
        assertThat(shell.run("releases", "create", "-f", "-").err())
                .startsWith("slipway: Line 2: There is a release task");
        assertThat(shell.typing(copy.replace("bestEffort: false", "bestEffort: true"))
                        .run("releases", "edit", "release-copy", "-f", "-")
                        .out())
                .isEqualTo("release-copy is saved as revision 2.\n");
        assertThat(shell.run("releases", "clone", "release-copy", "release-other")
                        .code())
                .isZero();
        assertThat(shell.run("releases", "delete", "release-copy", "--yes").code())
                .isZero();
        assertThat(shell.run("releases", "show", "release-copy").err())
                .isEqualTo("slipway: There is no release task 'release-copy'. See: slipway releases list\n");
    }

    @Test
    void namesOfOthersCannotPaintOnATerminal() {
        Rows.change("update step set display_name = E'\\x1b[2J\\u202Ebuild\\u009b31m' where name = 'builds'");
        shell.onATerminal();

        for (var arguments : List.of(
                new String[] {"releases", "show", "release-shop"},
                new String[] {"releases", "show", "release-shop", "-o", "json"},
                new String[] {"releases", "export", "release-shop"})) {
            assertThat(shell.with("NO_COLOR", "1").run(arguments).out())
                    .doesNotContainPattern("[\\p{Cc}&&[^\n]]|\u202E");
        }
    }

    private static long execution() {
        return Rows.number("select max(id) from execution");
    }
}
