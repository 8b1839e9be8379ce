package dev.slipway.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clone, Set Basic Info and Delete. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ReleaseActionsTest {

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
