package dev.slipway.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.execution.Interventions;
import dev.slipway.project.Role;
import dev.slipway.release.Executing;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clone, Set Basic Info and Delete. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ReleaseActionsTest {

    @Inject
    Executing executing;

    @Inject
    Interventions interventions;

    private OwnProject project;
    private PlainBrowser browser;
    private Author me;

    @BeforeEach
    void signIn() {
        project = OwnProject.create();
        browser = project.browserOf(Role.DEVELOPER);
        me = new Author(browser);
    }

    @Test
    void clonesEverythingUnderANewName() {
        var draft = me.newDraft("release-a");
        me.send(
                me.addTask(draft, "wait"),
                Map.of("displayName", "Let it settle", "input.seconds", "3", "done", "true"),
                303);
        var release = Author.pathOf(browser.post(draft + "/saving", Map.of()).header("Location"));

        var form = browser.page(release + "/clone", 200);
        assertThat(form.expectFirst("#name").val()).isEqualTo("release-a-copy");
        assertThat(browser.post(release + "/clone", Map.of("name", "release-a")).statusCode())
                .isEqualTo(422);
        var copy = Author.pathOf(
                browser.post(release + "/clone", Map.of("name", "release-b")).header("Location"));

        assertThat(browser.page(copy, 200).expectFirst(".card").text()).contains("Let it settle");
        assertThat(browser.post(copy + "/saving", Map.of()).statusCode()).isEqualTo(303);
        assertThat(Rows.values("select name from release_task where project_id = ?1 order by name", project.id()))
                .isEqualTo(List.of("release-a", "release-b"));
    }

    @Test
    void setsBasicInfoAtOnce() {
        var release = me.save(me.newDraft("release-a"));
        var form = browser.page(release + "/basic-info", 200);
        var seen = form.expectFirst("input[name=seen]").val();

        var saved =
                browser.post(release + "/basic-info", Map.of("name", "release-b", "bestEffort", "true", "seen", seen));
        var late = browser.post(release + "/basic-info", Map.of("name", "release-c", "seen", seen));

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(late.asString()).expectFirst("#name").val()).isEqualTo("release-c");
        assertThat(Rows.values("select name || fail_mode from release_task where project_id = ?1", project.id()))
                .isEqualTo(List.of("release-bCONTINUE"));
    }

    @Test
    void movesToAnotherProjectAndLeavesItsExecutionsBehind() {
        var user = Accounts.aUser();
        var other = OwnProject.create();
        project.browserOf(user, Role.DEVELOPER, Role.RELEASER);
        var both = other.browserOf(user, Role.DEVELOPER, Role.RELEASER);
        var release = me.save(me.newDraft("release-a"));
        var id = UUID.fromString(release.substring("/releases/".length()));
        execute(id);
        var form = both.page(release + "/basic-info", 200);
        assertThat(form.select("#project option").eachAttr("value")).contains(project.id(), other.id());

        var moved = both.post(
                release + "/basic-info",
                Map.of(
                        "name",
                        "release-b",
                        "project",
                        other.id(),
                        "seen",
                        form.expectFirst("[name=seen]").val()));

        assertThat(moved.statusCode()).isEqualTo(303);
        assertThat(browser.get(release).statusCode()).isEqualTo(404);
        assertThat(browser.get(release + "/executions/1").statusCode()).isEqualTo(200);
        var there = other.browserOf(Role.RELEASER);
        assertThat(there.page(release, 200).expectFirst("h1").text()).isEqualTo("release-b");
        assertThat(there.page(release + "/executions", 200).select("#rows tr")).isEmpty();
        assertThat(there.get(release + "/executions/1").statusCode()).isEqualTo(404);
        assertThat(executing.executeAll(other.actor(Role.RELEASER), id).no()).isEqualTo(2);
        assertThat(Rows.audited("release_task_moved")).isEqualTo(2);
    }

    private void execute(UUID release) {
        var releaser = project.actor(Role.RELEASER);
        var execution = executing.executeAll(releaser, release).id();
        interventions.terminate(releaser, execution);
        Releaser.end(execution);
    }

    @Test
    void staysWhereItsNameIsTakenOrItsUserIsAStrangerThere() {
        var user = Accounts.aUser();
        var other = OwnProject.create();
        var both = project.browserOf(user, Role.DEVELOPER);
        var release = me.save(me.newDraft("release-a"));
        var there = Map.of("name", "release-a", "project", other.id(), "seen", "1");
        assertThat(both.post(release + "/basic-info", there).statusCode()).isEqualTo(403);

        var author = new Author(other.browserOf(Role.DEVELOPER));
        author.save(author.newDraft("release-a"));
        var member = other.browserOf(user, Role.DEVELOPER);

        var taken = member.post(release + "/basic-info", there);
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(taken.asString()).expectFirst("#name-problem").text())
                .contains("There is a release task release-a already");
        assertThat(browser.get(release).statusCode()).isEqualTo(200);
    }

    @Test
    void deletesAfterAskingOnce() {
        var release = me.save(me.newDraft("release-a"));

        assertThat(browser.page(release + "/delete", 200).expectFirst("main").text())
                .contains("its phase, 1 task and 0 execution records")
                .contains("the audit trail keeps what happened");
        assertThat(browser.post(release + "/delete", Map.of()).header("Location"))
                .endsWith("/releases");

        assertThat(browser.get(release).statusCode()).isEqualTo(404);
        assertThat(Rows.audited("release_task_deleted")).isEqualTo(1);
    }
}
