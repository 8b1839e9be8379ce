package dev.slipway.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts: whose they are, where they wait, and how they end. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class DraftTest {

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
    void theSecondToSaveSeesWhatChangedAndDecides() {
        var release = me.save(me.newDraft("release-a"));
        var other = project.browserOf(Role.ADMIN);
        var mine = Author.pathOf(browser.get(release + "/edit").header("Location"));
        var theirs = Author.pathOf(other.get(release + "/edit").header("Location"));
        assertThat(mine).isNotEqualTo(theirs);
        me.basics(mine, "release-mine");
        new Author(other).basics(theirs, "release-theirs");
        assertThat(other.post(theirs + "/saving", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.page(mine, 200).text()).contains("saved this release task after you began");

        var conflict = me.refused(mine + "/saving", Map.of(), 409);

        assertThat(Author.rows(conflict, "theirs")).containsExactly("name release-a release-theirs");
        assertThat(Author.rows(conflict, "mine")).containsExactly("name release-a release-mine");
        assertThat(browser.page(release, 200).expectFirst("h1").text()).isEqualTo("release-theirs");
        var over = Map.of("over", conflict.expectFirst("input[name=over]").val());
        assertThat(browser.post(mine + "/saving", over).statusCode()).isEqualTo(303);
        assertThat(browser.page(release, 200).expectFirst("h1").text()).isEqualTo("release-mine");
    }

    @Test
    void theDraftWaitsOnTheList() {
        var release = me.save(me.newDraft("release-a"));
        assertThat(browser.page("/releases", 200).select("#unsaved-drafts")).isEmpty();
        var draft = Author.pathOf(browser.get(release + "/edit").header("Location"));
        assertThat(browser.page("/releases", 200).select("#unsaved-drafts")).isEmpty();

        me.basics(draft, "release-b");

        var notice = browser.page("/releases", 200).expectFirst("#unsaved-drafts");
        assertThat(notice.expectFirst("a").attr("href")).isEqualTo(draft);
        assertThat(Author.pathOf(browser.get(release + "/edit").header("Location")))
                .isEqualTo(draft);
        assertThat(browser.page(draft + "/discarding", 200).text())
                .contains("What you have changed and not saved is lost");
        assertThat(browser.post(draft + "/discarding", Map.of()).statusCode()).isEqualTo(303);
        assertThat(browser.page("/releases", 200).select("#unsaved-drafts")).isEmpty();
    }

    @Test
    void aDraftOutlivesItsReleaseTask() {
        var release = me.save(me.newDraft("release-a"));
        var draft = Author.pathOf(browser.get(release + "/edit").header("Location"));
        me.basics(draft, "release-b");

        project.browserOf(Role.ADMIN).post(release + "/delete", Map.of());

        assertThat(browser.page(draft, 200).text()).contains("was deleted after you began");
        assertThat(browser.post(draft + "/saving", Map.of()).statusCode()).isEqualTo(303);
    }

    @Test
    void isForThoseWhoMayEditAndDraftsForTheirOwnersOnly() {
        var draft = me.newDraft("release-a");
        var release = me.save(me.newDraft("release-b"));
        var viewer = project.browserOf(Role.VIEWER);
        var colleague = project.browserOf(Role.ADMIN);
        var stranger = OwnProject.create().browserOf(Role.ADMIN);

        for (var path : List.of("/edit", "/clone", "/basic-info", "/delete")) {
            assertThat(viewer.get(release + path).statusCode()).as(path).isEqualTo(403);
            assertThat(stranger.get(release + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(viewer.get("/releases/new").statusCode()).isEqualTo(403);
        assertThat(viewer.post("/releases/new", Map.of("name", "release-c")).statusCode())
                .isEqualTo(403);
        assertThat(viewer.post(release + "/delete", Map.of()).statusCode()).isEqualTo(403);
        assertThat(stranger.post(release + "/delete", Map.of()).statusCode()).isEqualTo(404);
        for (var path : List.of("", "/basic-info", "/discarding", "/tasks/new?group=group:x:0", "/meanwhile")) {
            assertThat(colleague.get(draft + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(colleague.post(draft + "/saving", Map.of()).statusCode()).isEqualTo(404);
        assertThat(colleague
                        .post(draft + "/changes", Map.of("change", "add:phase"))
                        .statusCode())
                .isEqualTo(404);
    }
}
