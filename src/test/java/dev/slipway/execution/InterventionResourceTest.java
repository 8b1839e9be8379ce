package dev.slipway.execution;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Project;
import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The questions before somebody intervenes, and their answers, over HTTP. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class InterventionResourceTest {

    @Inject
    Scripted scripted;

    OwnProject project = new OwnProject(Project.DEFAULT_ID);
    PlainBrowser browser;

    @BeforeEach
    void begin() {
        browser = project.browserOf(Role.RELEASER);
    }

    @Test
    void stopsAndContinuesAndSaysBeforeWhatWillHappen() {
        var release = Given.release("asked")
                .phase(group(approval("go"), scripted("a")))
                .create();
        var execution = Releaser.execute(release);

        var question = browser.page(path(release, "stop"), 200);
        assertThat(question.select("main").text())
                .contains("Nothing runs at the moment, so the release pauses at once.")
                .contains("Waits now, and is withdrawn go");
        assertThat(browser.post(path(release, "stop"), Map.of()).header("location"))
                .endsWith("/releases/" + release);
        assertThat(Rows.status(execution)).isEqualTo(Status.PAUSED);
        assertThat(browser.page("/releases/" + release, 200)
                        .select("#operations a")
                        .eachText())
                .contains("Stop asked", "Continue asked", "Terminate asked");
        assertThat(browser.post(path(release, "continue"), Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(Rows.status(execution)).isEqualTo(Status.TO_BE_APPROVED);
        assertThat(browser.post(path(release, "continue"), Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(browser.post(path(release, "terminate"), Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(Rows.status(execution)).isEqualTo(Status.RELEASE_FAILED);
    }

    @Test
    void previewsWhatARetryRunsAgainAndWhoIsAskedAgain() {
        scripted.fail("a", "It broke.");
        var release = Given.release("broken")
                .phase(group(scripted("a"), approval("go")))
                .create();
        var execution = Releaser.execute(release);
        Releaser.end(execution);

        var question = browser.page(path(release, "retry"), 200);
        assertThat(question.select("input[name=task][checked]").eachAttr("value"))
                .containsExactly("a");
        assertThat(question.select("details").text())
                .contains("Then 1 task goes on that was not executed")
                .contains("go phase 1, group 1 · asks for a decision");
        var refused = browser.post(path(release, "retry"), Map.of());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("Choose at least one failed task to run again.");
        scripted.on("a", ticket -> Scripted.succeeded());
        assertThat(browser.post(path(release, "retry"), Map.of("task", List.of("a")))
                        .statusCode())
                .isEqualTo(303);
        Releaser.awaitStatus(execution, Status.TO_BE_APPROVED);
        var attempts = browser.page(path(release, "steps/a/attempts"), 200);
        assertThat(attempts.select("h2").eachText()).contains("Attempt 1", "Attempt 2");
        assertThat(attempts.text()).contains("It broke.");
        assertThat(browser.page(path(release, "timeline"), 200)
                        .select("tbody tr")
                        .size())
                .isEqualTo(3);
    }

    @Test
    void asksWhyATaskIsSkipped() {
        scripted.fail("a", "It broke.");
        var release = Given.release("skipped").phase(group(scripted("a"))).create();
        var execution = Releaser.execute(release);
        Releaser.end(execution);
        var path = path(release, "steps/a/skip");

        assertThat(browser.page(path, 200).select("main").text()).contains("It broke.");
        var refused = browser.post(path, Map.of("reason", " "));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("Say why the task may be skipped.");
        var tooLong = browser.post(path, Map.of("reason", "x".repeat(1001)));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.asString()).contains("x".repeat(1001));
        assertThat(browser.post(path, Map.of("reason", "Known problem")).statusCode())
                .isEqualTo(303);
        assertThat(Rows.status(execution)).isEqualTo(Status.SUCCESSFUL);
        assertThat(browser.page("/releases/" + release, 200)
                        .select("#release-status")
                        .text())
                .startsWith("Successful 1 skipped by ");
    }

    @Test
    void refusesWhoeverMayNot() {
        var release = Given.release("mine").phase(group(approval("go"))).create();
        Releaser.execute(release);
        var viewer = project.browserOf(Role.VIEWER);
        var stranger = OwnProject.create().browserOf(Role.ADMIN);

        for (var verb : List.of("stop", "terminate")) {
            assertThat(viewer.get(path(release, verb)).statusCode()).isEqualTo(403);
            assertThat(viewer.post(path(release, verb), Map.of()).statusCode()).isEqualTo(403);
            assertThat(stranger.get(path(release, verb)).statusCode()).isEqualTo(404);
            assertThat(stranger.post(path(release, verb), Map.of()).statusCode())
                    .isEqualTo(404);
            assertThat(browser.postWithoutToken(path(release, verb), Map.of()).statusCode())
                    .isEqualTo(400);
        }
        assertThat(viewer.page("/releases/" + release, 200)
                        .select("#operations a")
                        .eachText())
                .containsExactly("Export mine");
        assertThat(browser.get(path(release, "retry")).statusCode()).isEqualTo(409);
        assertThat(browser.get(path(release, "explode")).statusCode()).isEqualTo(404);
    }

    private static String path(UUID release, String verb) {
        return "/releases/%s/executions/1/%s".formatted(release, verb);
    }
}
