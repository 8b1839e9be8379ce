package dev.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ExecuteResourceTest {

    OwnProject project;
    Releases releases;
    PlainBrowser browser;
    UUID release;

    @BeforeEach
    void begin() {
        project = OwnProject.create();
        releases = new Releases(project);
        browser = project.browserOf(Role.RELEASER);
        release = releases.create("release-a");
    }

    @Test
    void asksWithAllTasksSelected() {
        var page = browser.page(path("execute"), 200);

        assertThat(page.expectFirst("h1").text()).isEqualTo("Execute release-a");
        assertThat(page.select("legend label").eachText())
                .containsExactly("All tasks of Phase 1: Ask", "All tasks of Phase 2: Work");
        assertThat(page.select("input[name=task]").eachAttr("value")).containsExactly("go", "one", "two");
        assertThat(page.select("input[name=task][checked]")).hasSize(3);
        assertThat(page.expectFirst("#tree-count").text()).isEqualTo("3 tasks");
        assertThat(page.expectFirst("#tree-count").attr("data-tree-count")).isEqualTo("{n} of {m} tasks selected");
        assertThat(page.expectFirst("form[data-tree]").attr("enctype")).isEqualTo("multipart/form-data");
        assertThat(page.expectFirst("form[data-tree]").attr("action")).isEqualTo(path("executions"));
        assertThat(page.expectFirst("#cancel").attr("href")).isEqualTo("/releases/" + release);
    }

    @Test
    void htmxGetsADialog() {
        var answer = htmx().get(path("execute"));

        var dialog = Jsoup.parse(answer.asString()).expectFirst("dialog");
        assertThat(answer.asString()).doesNotContain("<html");
        assertThat(dialog.expectFirst("#" + dialog.attr("aria-labelledby")).text())
                .isEqualTo("Execute release-a");
        assertThat(dialog.expectFirst("form[data-tree]").attr("hx-post")).isEqualTo(path("executions"));
        assertThat(dialog.select("input[name=csrf-token]")).hasSize(1);
    }

    @Test
    void executesWhatIsSelectedAndSkipsTheRest() {
        var answer = browser.post(path("executions"), Map.of("task", "one"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/releases/" + release);
        var execution = Rows.number("select id from execution where release_task_id = ?1", release);
        Releaser.end(execution);
        assertThat(Rows.statuses(execution).toString())
                .contains("one=SUCCESSFUL")
                .contains("go=SKIPPED")
                .contains("two=SKIPPED");
    }

    @Test
    void htmxIsLedToTheProcess() {
        var answer = htmxPost("task", "go");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/releases/" + release);
    }

    @Test
    void nothingSelectedIsSaidAtTheTree() {
        var answer = browser.post(path("executions"), Map.of());

        var page = Jsoup.parse(answer.asString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error:");
        var link = page.expectFirst("#problems a");
        assertThat(link.text()).isEqualTo("Choose at least one task to run.");
        assertThat(page.expectFirst(link.attr("href")).attr("type")).isEqualTo("checkbox");
        var phase = page.expectFirst("fieldset");
        assertThat(page.expectFirst("#" + phase.attr("aria-describedby")).text())
                .contains("Choose at least one task to run.");
        assertThat(page.select("input[name=task][checked]")).isEmpty();
        assertThat(executions()).isZero();
    }

    @Test
    void nothingSelectedInTheDialogIsSaidInTheDialog() {
        var answer = htmxPost("none", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.header("HX-Retarget")).isEqualTo("#dialog");
        assertThat(Jsoup.parse(answer.asString()).select("dialog #problems")).hasSize(1);
    }

    @Test
    void keepsTheSelectionWhereATaskIsUnknown() {
        var answer = htmxPost("task", "one", "<gone>");

        var dialog = Jsoup.parse(answer.asString());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(dialog.expectFirst("#problems a").text()).contains("<gone>");
        assertThat(dialog.select("input[name=task][checked]").eachAttr("value")).containsExactly("one");
        assertThat(executions()).isZero();
    }

    @Test
    void takesAsManyTasksAsAReleaseTaskMayHave() {
        var tasks = IntStream.range(0, 5_000).mapToObj("unknown-%d"::formatted).toArray(String[]::new);

        assertThat(htmxPost("task", tasks).statusCode()).isEqualTo(422);
    }

    @Test
    void refusesWithTheReasonWhileAnExecutionIsActive() {
        assertThat(browser.post(path("executions"), Map.of("task", "go")).statusCode())
                .isEqualTo(303);

        var again = browser.post(path("executions"), Map.of("task", "go"));

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(again.asString()).expectFirst("main").text()).contains("Execution 1 of release-a");
        assertThat(executions()).isEqualTo(1);
        var page = browser.page(path("execute"), 200);
        assertThat(page.expectFirst("main [role=note]").text()).contains("execution 1");
        assertThat(page.expectFirst("#go-to-active").attr("href")).isEqualTo(path("executions/1"));
        assertThat(page.select("#execute-now")).isEmpty();
    }

    @Test
    void whoMayNotExecuteIsRefused() {
        var viewer = project.browserOf(Role.VIEWER, Role.APPROVER, Role.DEVELOPER);

        assertThat(viewer.get(path("execute")).statusCode()).isEqualTo(403);
        assertThat(viewer.post(path("executions"), Map.of("task", "go")).statusCode())
                .isEqualTo(403);
        assertThat(executions()).isZero();
    }

    @Test
    void otherProjectsDoNotExist() {
        var stranger = OwnProject.create().browserOf(Role.ADMIN);

        assertThat(stranger.get(path("execute")).statusCode()).isEqualTo(404);
        assertThat(stranger.get(path("executions")).statusCode()).isEqualTo(404);
        assertThat(stranger.post(path("executions"), Map.of("task", "go")).statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/releases/nonsense/execute").statusCode()).isEqualTo(404);
        assertThat(browser.get("/releases/%s/execute".formatted(UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(executions()).isZero();
    }

    @Test
    void aFormWithoutItsTokenExecutesNothing() {
        browser.get(path("execute"));

        assertThat(browser.postWithoutToken(path("executions"), Map.of("task", "go"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(executions()).isZero();
    }

    private RequestSpecification htmx() {
        return browser.request().header("HX-Request", "true");
    }

    private Response htmxPost(String field, String... values) {
        var token = Jsoup.parse(browser.get(path("execute")).asString())
                .expectFirst("input[name=csrf-token]")
                .attr("value");
        var form = htmx().multiPart("csrf-token", token);
        for (var value : values) {
            form.multiPart(field, value);
        }
        return form.post(path("executions"));
    }

    private long executions() {
        return Rows.number("select count(*) from execution where release_task_id = ?1", release);
    }

    private String path(String rest) {
        return "/releases/%s/%s".formatted(release, rest);
    }
}
