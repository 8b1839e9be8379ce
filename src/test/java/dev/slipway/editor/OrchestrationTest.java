package dev.slipway.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Phases, groups and tasks, with the buttons of a page without script. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class OrchestrationTest {

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
    void movesDuplicatesAndDeletesTasks() {
        var draft = me.newDraft("release-a");
        var one = Author.keyOf(me.addTask(draft, "wait"));
        var two = Author.keyOf(me.addTask(draft, "manual_trigger"));

        me.press(draft, "later-task-" + one);
        assertThat(me.cards(draft)).containsExactly(two, one);

        me.press(draft, "duplicate-task-" + one);
        assertThat(me.cards(draft)).hasSize(3).startsWith(two, one);

        me.press(draft, "delete-task-" + two);
        assertThat(me.cards(draft)).hasSize(2).startsWith(one);
    }

    @Test
    void movesATaskToANewGroupOfAnotherPhase() {
        var draft = me.newDraft("release-a");
        var task = Author.keyOf(me.addTask(draft, "wait"));
        me.press(draft, "add-phase");

        var places = me.follow(draft, "place-task-" + task).select("#change option");
        assertThat(places.eachText())
                .containsExactly(
                        "Phase 1: New phase, Group 1",
                        "Phase 1: New phase, A new group",
                        "Phase 2: New phase, Group 1",
                        "Phase 2: New phase, A new group");
        me.change(draft, places.get(3).val());

        var second = me.page(draft).select(".phase").get(1);
        assertThat(second.select(".group")).hasSize(2);
        assertThat(second.select(".group").get(1).select(".card").eachAttr("id"))
                .containsExactly("card-" + task);
    }

    @Test
    void renamesAPhase() {
        var draft = me.newDraft("release-a");
        var form = Author.pathOf(me.page(draft).expectFirst("a[id^=rename]").attr("href"));

        assertThat(browser.post(form, Map.of("was", "New phase", "name", " ")).statusCode())
                .isEqualTo(422);
        assertThat(browser.post(form, Map.of("was", "Other", "name", "Verify")).statusCode())
                .isEqualTo(422);
        assertThat(browser.post(form, Map.of("was", "New phase", "name", "Verify"))
                        .statusCode())
                .isEqualTo(303);

        assertThat(me.page(draft).expectFirst(".phase__title").text()).isEqualTo("Verify");
    }

    @Test
    void asksBeforeItDeletesTasksAlongWithTheirPhase() {
        var draft = me.newDraft("release-a");
        me.press(draft, "add-phase");
        me.addTask(draft, "wait");
        var first = me.page(draft).select(".phase").get(0).expectFirst("[id^=delete-phase]");
        var second = me.page(draft).select(".phase").get(1).expectFirst("[id^=delete-phase]");
        assertThat(second.tagName()).isEqualTo("button");

        var question = me.follow(draft, first.id());
        assertThat(question.expectFirst("main").text()).contains("1 task goes with it");
        me.change(draft, question.expectFirst("input[name=change]").val());

        assertThat(me.page(draft).select(".phase")).hasSize(1);
        assertThat(me.cards(draft)).isEmpty();
    }

    @Test
    void aPageThatIsNoLongerTrueChangesNothing() {
        var draft = me.newDraft("release-a");
        var task = me.addTask(draft, "wait");
        var shape = me.shape(draft);
        me.press(draft, "add-phase");

        var refused = browser.post(
                draft + "/changes", Map.of("change", "duplicate:task:" + Author.keyOf(task), "shape", shape));

        assertThat(Author.parse(refused, 409).expectFirst("#editor-refused").text())
                .contains("The draft has changed since this page was loaded");
        assertThat(me.cards(draft)).hasSize(1);
    }

    @Test
    void aFormThatIsNoLongerTrueKeepsWhatWasTyped() {
        var task = me.addTask(me.newDraft("release-a"), "wait");
        var seen = me.page(task).expectFirst("#task-seen").val();
        me.send(task, Map.of("displayName", "From the other tab", "input.seconds", "9"), 200);

        var late = browser.post(task, Map.of("displayName", "From this tab", "input.seconds", "8", "seen", seen));

        var form = Author.parse(late, 409);
        assertThat(form.expectFirst("#displayName").val()).isEqualTo("From this tab");
        assertThat(form.expectFirst("#task-stale").text()).contains("changed in another tab");
        assertThat(me.page(task).expectFirst("#displayName").val()).isEqualTo("From the other tab");
        me.send(task, Map.of("displayName", "From this tab", "input.seconds", "8", "done", "true"), 303);
    }

    @Test
    void refusesMoreThanTheLimitsAndWhatItDoesNotKnow() {
        var draft = me.newDraft("release-a");
        for (int phase = 1; phase < 20; phase++) {
            me.change(draft, "add:phase");
        }

        var oneMore = browser.post(draft + "/changes", Map.of("change", "add:phase", "shape", me.shape(draft)));
        var nonsense = browser.post(draft + "/changes", Map.of("change", "fly:away", "shape", me.shape(draft)));

        assertThat(Author.parse(oneMore, 409).expectFirst("#editor-refused").text())
                .isEqualTo("A release task has up to 20 phases. Nothing was changed.");
        assertThat(nonsense.statusCode()).isEqualTo(409);
    }

    @Test
    void onlyWhatChangedTravels() {
        var draft = me.newDraft("release-a");
        me.addTask(draft, "wait");
        me.press(draft, "add-phase");
        var second = me.page(draft).select(".phase").get(1);

        var answer = browser.request()
                .header("HX-Request", true)
                .header(
                        "X-CSRF-TOKEN",
                        me.page(draft).expectFirst("input[name=csrf-token]").val())
                .formParam("change", second.expectFirst("[id^=add-group]").val())
                .formParam("shape", me.shape(draft))
                .post(draft + "/changes");

        var changed = Author.parse(answer, 200);
        assertThat(changed.select(".phase").eachAttr("id")).containsExactly(second.id());
        assertThat(changed.expectFirst("[data-told]").text()).isEqualTo("Group 2 was added.");
        assertThat(changed.expectFirst("#orchestration-shape").val()).isEqualTo(me.shape(draft));
    }
}
