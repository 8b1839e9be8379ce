package dev.slipway.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Creating a release task, as a browser without script does it. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class NewReleaseTest {

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
    void createsAReleaseTaskFromNothing() {
        var draft = me.newDraft("release-a");
        var page = browser.page(draft, 200);
        assertThat(page.expectFirst("h1").text()).isEqualTo("release-a");

        var task = me.addTask(draft, "wait");
        me.send(task, Map.of("displayName", "Let it settle", "input.seconds", "3", "done", "true"), 303);
        me.press(draft, "add-phase");
        me.addTask(draft, me.page(draft).expectFirst(".phase:nth-child(2) a[id^=add-task]"), "manual_trigger");

        var release = browser.post(draft + "/saving", Map.of())
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertThat(browser.page(Author.pathOf(release), 200).select(".card").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Let it settle").contains("for 3s"),
                        second -> assertThat(second).contains("Manual Trigger"));
        assertThat(Rows.number("select count(*) from draft")).isZero();
    }

    @Test
    void checksTheNameWhileItIsTypedAndAgainWhenItIsSent() {
        me.save(me.newDraft("release-a"));

        assertThat(browser.page("/releases/new/name?name=release-a", 200).text())
                .contains("already");
        assertThat(browser.page("/releases/new/name?name=1", 200).text()).contains("2 to 64 characters");
        assertThat(browser.page("/releases/new/name?name=release-b", 200).text())
                .contains("free");
        var refused = me.refused("/releases/new", Map.of("name", "release-a", "description", "x".repeat(129)), 422);
        assertThat(refused.select("#problems a").eachAttr("href")).containsExactly("#name", "#description");
        assertThat(refused.expectFirst("#name").attr("value")).isEqualTo("release-a");
        assertThat(refused.expectFirst("#name").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void tellsAllThatIsWrongAndWhere() {
        var draft = me.newDraft("release-a");
        me.addTask(draft, "create_component");

        var refused = me.refused(draft + "/saving", Map.of(), 422);

        var problems = refused.select("#problems a");
        assertThat(problems.eachText())
                .containsExactly(
                        "Create Component: Application: Enter a value.",
                        "Create Component: Artifact: Enter a value.",
                        "Create Component: Component: Enter a value.",
                        "Create Component: Environment: Enter a value.");
        var form = browser.page(refused.expectFirst("#problems a").attr("href").replaceAll("#.*", ""), 200);
        assertThat(form.select("#problems a").eachAttr("href")).contains("#input-application");
        assertThat(form.expectFirst("#input-application").attr("aria-invalid")).isEqualTo("true");
        assertThat(refused.expectFirst(".card").text()).contains("4 things need attention");
    }

    @Test
    void keepsWhatIsWrongAsItWasTyped() {
        var draft = me.newDraft("release-a");
        var task = me.addTask(draft, "create_component");

        var refused = me.send(
                task,
                Map.of(
                        "displayName", "<b>shop",
                        "timeLimitSeconds", "long",
                        "input.run.port", "eighty",
                        "input.run.variables", "nonsense",
                        "done", "true"),
                422);

        var form = Jsoup.parse(refused.asString());
        assertThat(form.expectFirst("#displayName").attr("value")).isEqualTo("<b>shop");
        assertThat(form.expectFirst("#timeLimitSeconds").attr("value")).isEqualTo("long");
        assertThat(form.expectFirst("#timeLimitSeconds-problem").text()).contains("Enter a whole number.");
        assertThat(form.expectFirst("#input-run-port").attr("value")).isEqualTo("eighty");
        assertThat(form.expectFirst("#input-run-port-problem").text()).contains("Enter a whole number.");
        assertThat(form.expectFirst("#input-run-variables-problem").text()).contains("NAME=value");
        assertThat(me.page(task).expectFirst("#input-run-variables").text()).isEqualTo("nonsense");
    }

    @Test
    void offersWhatTheProjectHasAndWhatTheDraftBrings() {
        Rows.change(
                "insert into environment (id, project_id, region_id, name, kind, created_at) values (gen_random_uuid(), ?1, 'local', 'here', 'process', now())",
                project.id());
        var draft = me.newDraft("release-a");
        me.send(me.addTask(draft, "create_application"), Map.of("displayName", "Shop", "input.name", "shop"), 200);

        var form = me.page(me.addTask(draft, "create_component"));

        assertThat(form.expectFirst("#input-environment option[selected]").text())
                .isEqualTo("here");
        assertThat(form.expectFirst("#input-application").attr("value")).isEqualTo("shop");
        assertThat(form.select("#input-application-choices option").eachAttr("value"))
                .containsExactly("shop");
        assertThat(form.expectFirst("#input-run-health").attr("value")).isEqualTo("/health");
        assertThat(form.expectFirst("#timeLimitSeconds-hint").text()).contains("30 min");
    }
}
