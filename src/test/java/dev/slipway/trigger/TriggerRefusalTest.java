package dev.slipway.trigger;

import static dev.slipway.trigger.Filled.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TriggerRefusalTest {

    /** A field with a value that is wrong, and what is said about it where. */
    private record Wrong(String type, String field, String value, String link, String text) {}

    private static final List<Wrong> WRONG = List.of(
            new Wrong("ONCE", "at", "2020-01-01T09:00", "#trigger-at", "The trigger time has passed. It is"),
            new Wrong("ONCE", "at", "", "#trigger-at", "Give the date and the time of the start"),
            new Wrong("ONCE", "at", "tomorrow", "#trigger-at", "Give the date and the time of the start"),
            new Wrong("ONCE", "at", "2100-01-01T09:00", "#trigger-at", "up to the year 2099"),
            new Wrong("PERIODIC", "day", "SOMEDAY", "#trigger-day-MONDAY", "Choose at least one day"),
            new Wrong("PERIODIC", "from", "01:00", "#trigger-to", "The end of the times is before their beginning"),
            new Wrong("PERIODIC", "from", "25:00", "#trigger-from", "Give the time of the first start"),
            new Wrong("PERIODIC", "to", "", "#trigger-to", "Give the time after which nothing starts"),
            new Wrong("PERIODIC", "every", "0", "#trigger-every", "from 1 to 1440"),
            new Wrong("PERIODIC", "every", "1441", "#trigger-every", "from 1 to 1440"),
            new Wrong("PERIODIC", "every", "often", "#trigger-every", "from 1 to 1440"),
            new Wrong("CRON", "cron", "", "#trigger-cron", "Give one to 10 cron expressions"),
            new Wrong(
                    "CRON", "cron", "0 0 25 ? * * *", "#trigger-cron", "The hour “25” is not valid. Allowed: 0 to 23"),
            new Wrong("CRON", "cron", "0 0 9 ? * MON-FRI", "#trigger-cron", "has 6 of 7 fields"),
            new Wrong("CRON", "cron", "0 0 0 30 2 ? *", "#trigger-cron", "is never due"),
            new Wrong("CRON", "cron", "<b>", "#trigger-cron", "“<b>” has 1 of 7 fields"));

    PlainBrowser browser;
    UUID release;

    @BeforeEach
    void begin() {
        browser = PlainBrowser.of(Accounts.aUser(Role.RELEASER));
        release = Given.release("nightly")
                .phase(Given.group(Given.scripted("one"), Given.scripted("two")))
                .create();
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasFilledIn() {
        for (var wrong : WRONG) {
            var page = refused(form(wrong.type(), wrong.field(), wrong.value()));

            assertThat(page.title()).startsWith("Error:");
            var problem = page.expectFirst("#problems a");
            assertThat(problem.text()).contains(wrong.text());
            assertThat(problem.attr("href")).isEqualTo(wrong.link());
            assertThat(page.select("input[name=type][checked]").eachAttr("value"))
                    .containsExactly(wrong.type());
            assertThat(page.select("input[name=task][checked]")).hasSize(2);
            assertThat(page.expectFirst("#trigger-offset option[selected]").val())
                    .isEqualTo("8");
            var described = wrong.field().equals("day")
                    ? page.expectFirst("fieldset.choices--row")
                    : page.expectFirst(wrong.link());
            assertThat(page.expectFirst("#" + described.attr("aria-describedby").replaceFirst(".* ", ""))
                            .text())
                    .contains(wrong.text());
            if (!wrong.field().equals("day")) {
                assertThat(described.attr("aria-invalid")).isEqualTo("true");
                assertThat(page.expectFirst("[name=%s]".formatted(wrong.field()))
                                .val())
                        .isEqualTo(wrong.value());
            }
        }
        assertThat(Rows.number("select count(*) from trigger_policy")).isZero();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var page = refused(form("PERIODIC", "task", List.of(), "day", List.of(), "every", "0"));

        assertThat(page.expectFirst("#problems h2").text()).isEqualTo("3 things need your attention");
        assertThat(page.select("#problems a").eachAttr("href"))
                .containsExactly("#task-one", "#trigger-day-MONDAY", "#trigger-every");
        var gone = refused(form("MANUAL", "task", List.of("one", "<gone>")));
        assertThat(gone.expectFirst("#problems a").text()).contains("<gone>");
        assertThat(gone.select("input[name=task][checked]").eachAttr("value")).containsExactly("one");
    }

    @Test
    void tellsWhoSetItMeanwhile() {
        assertThat(browser.post(path(""), form("ONCE")).statusCode()).isEqualTo(303);

        var page = refused(form("CRON"));

        assertThat(page.expectFirst("#problems a").text()).contains("has set the trigger policy meanwhile");
        assertThat(page.expectFirst("input[name=revision]").val()).isEqualTo("1");
        assertThat(browser.post(path(""), form("CRON", "revision", "1")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void viewersMayLookButNotSetIt() {
        assertThat(browser.post(path(""), form("ONCE")).statusCode()).isEqualTo(303);
        var viewer = PlainBrowser.of(Accounts.aUser(Role.VIEWER, Role.DEVELOPER, Role.APPROVER));

        var page = viewer.page(path(""), 200);

        assertThat(page.expectFirst("dl").text()).contains("Mon 21 Jul 2098");
        assertThat(page.select("#set-trigger")).isEmpty();
        assertThat(viewer.get(path("/new")).statusCode()).isEqualTo(403);
        assertThat(viewer.post(path("/preview"), form("ONCE")).statusCode()).isEqualTo(403);
        assertThat(viewer.post(path(""), form("MANUAL", "revision", "1")).statusCode())
                .isEqualTo(403);
        assertThat(viewer.post(path(""), form("ONCE", "at", "nonsense")).statusCode())
                .isEqualTo(403);
        assertThat(stored("hooks")).contains("2098");
    }

    @Test
    void forStrangersItDoesNotExist() {
        var stranger = OwnProject.create().browserOf(Role.ADMIN);

        assertThat(stranger.get(path("")).statusCode()).isEqualTo(404);
        assertThat(stranger.get(path("/new")).statusCode()).isEqualTo(404);
        assertThat(stranger.post(path("/preview"), form("ONCE")).statusCode()).isEqualTo(404);
        assertThat(stranger.post(path(""), form("ONCE")).statusCode()).isEqualTo(404);
        assertThat(stranger.post(path(""), form("ONCE", "task", List.of())).statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/releases/%s/trigger".formatted(UUID.randomUUID()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.postWithoutToken(path(""), form("ONCE")).statusCode())
                .isEqualTo(400);
        assertThat(Rows.number("select count(*) from trigger_policy")).isZero();
    }

    private Document refused(Map<String, ?> form) {
        return Jsoup.parse(
                browser.post(path(""), form).then().statusCode(422).extract().asString());
    }

    private static String stored(String column) {
        return String.valueOf(Rows.values("select cast(%s as text) from trigger_policy".formatted(column))
                .get(0));
    }

    private String path(String rest) {
        return "/releases/%s/trigger%s".formatted(release, rest);
    }
}
