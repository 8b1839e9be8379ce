package dev.slipway.trigger;

import static dev.slipway.trigger.Filled.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TriggerResourceTest {

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
    void nothingStartsByItselfUntilSomebodySaysSo() {
        var page = browser.page(path(""), 200);

        assertThat(page.expectFirst("h1").text()).isEqualTo("nightly");
        assertThat(page.expectFirst("dl").text()).contains("Trigger type Manual");
        assertThat(page.expectFirst("main").text()).contains("Nothing starts by itself", "No starts yet");
        assertThat(page.expectFirst("#set-trigger").attr("href")).isEqualTo(path("/new"));
        var form = browser.page(path("/new"), 200);
        assertThat(form.select("input[name=task][checked]").eachAttr("value")).containsExactly("one", "two");
        assertThat(form.select("input[name=type][checked]").eachAttr("value")).containsExactly("MANUAL");
        assertThat(form.select("#trigger-offset option")).hasSize(27);
    }

    @Test
    void aPeriodBecomesACronExpressionAndTheFormComesBackAsItWasFilledIn() {
        var answer = browser.post(path(""), form("PERIODIC", "day", List.of("MONDAY"), "task", List.of("two")));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(path(""));
        assertThat(stored("hooks")).isEqualTo("[{\"schedule\": \"0 00-59/10 00-00 ? * MON *\", \"offset_hours\": 8}]");
        assertThat(Rows.jobs()).isOne();
        var page = browser.page(path(""), 200);
        assertThat(page.expectFirst("dl").text())
                .contains(
                        "Monday",
                        "From 00:00 to 00:59, every 10 minutes, UTC+8",
                        "0 00-59/10 00-00 ? * MON *",
                        "1 of 2: two");
        assertThat(page.select(".starts time")).hasSize(5);
        assertThat(page.expectFirst(".starts time").text()).startsWith("Mon ").endsWith(":00 UTC+8");
        assertThat(page.expectFirst(".starts time").attr("datetime"))
                .contains("T16:")
                .endsWith("Z");
        var form = browser.page(path("/new"), 200);
        assertThat(form.select("input[name=task][checked]").eachAttr("value")).containsExactly("two");
        assertThat(form.select("input[name=type][checked]").eachAttr("value")).containsExactly("PERIODIC");
        assertThat(form.select("input[name=day][checked]").eachAttr("value")).containsExactly("MONDAY");
        assertThat(form.expectFirst("#trigger-every").val()).isEqualTo("10");
        assertThat(form.expectFirst("#trigger-offset option[selected]").val()).isEqualTo("8");
    }

    @Test
    void onceIsASingleStart() {
        assertThat(browser.post(path(""), form("ONCE")).statusCode()).isEqualTo(303);

        assertThat(stored("hooks")).contains("00 30 09 21 07 ? 2098");
        assertThat(stored("tasks")).isEqualTo("null");
        var page = browser.page(path(""), 200);
        assertThat(page.expectFirst("dl").text())
                .contains("Mon 21 Jul 2098, 09:30:00 UTC+8", "All tasks, and those that are added later");
        assertThat(page.select(".starts time")).hasSize(1);
    }

    @Test
    void severalCronExpressionsAreOnePolicyAndManualEndsIt() {
        assertThat(browser.post(path(""), form("CRON", "cron", "0 0 9 ? * MON-FRI *\r\n0 0 12 ? * SAT *"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.page(path(""), 200).select("dl code").eachText())
                .containsExactly("0 0 9 ? * MON-FRI *", "0 0 12 ? * SAT *");

        assertThat(browser.post(path(""), form("MANUAL", "revision", "1")).statusCode())
                .isEqualTo(303);

        assertThat(Rows.jobs()).isZero();
        assertThat(browser.page(path("/new"), 200).expectFirst("#trigger-cron").text())
                .contains("0 0 9 ? * MON-FRI *");
        assertThat(Rows.audited("trigger_policy_set")).isEqualTo(2);
    }

    @Test
    void htmxGetsADialogAndIsLedToThePage() {
        var htmx = browser.request().header("HX-Request", true);
        var dialog = Jsoup.parse(htmx.get(path("/new")).asString()).expectFirst("dialog");
        var token = dialog.expectFirst("input[name=csrf-token]").val();

        assertThat(dialog.expectFirst("#" + dialog.attr("aria-labelledby")).text())
                .isEqualTo("Trigger policy of nightly");
        var refused = multipart(form("ONCE", "at", "nonsense"), token);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.header("HX-Retarget")).isEqualTo("#dialog");
        assertThat(Jsoup.parse(refused.asString()).select("dialog #problems")).hasSize(1);
        var done = multipart(form("ONCE"), token);
        assertThat(done.statusCode()).isEqualTo(204);
        assertThat(done.header("HX-Redirect")).isEqualTo(path(""));
    }

    @Test
    void showsTheNextStartsOfWhatIsFilledInSoFar() {
        var whole = browser.post(path("/preview"), form("PERIODIC"));
        var half = browser.post(path("/preview"), form("CRON", "cron", "0 0"));

        assertThat(Jsoup.parse(whole.then().statusCode(200).extract().asString())
                        .select("time"))
                .hasSize(5);
        assertThat(Jsoup.parse(half.then().statusCode(200).extract().asString()).text())
                .isEqualTo("No start is due.");
        assertThat(Rows.number("select count(*) from trigger_policy")).isZero();
    }

    @Test
    void listsTheStartsSoFarNewestFirstAndAPageAtATime() {
        Rows.change(
                """
                insert into trigger_start (id, release_task_id, due_at, outcome, reason, recorded_at)
                select n, ?1, timestamptz '2026-01-01 00:00Z' + n * interval '1 hour', 'SKIPPED', 'Reason ' || n, now()
                from generate_series(1, 25) n
                """,
                release);

        var first = browser.page(path(""), 200);
        var second = browser.page(first.expectFirst("#next").attr("href"), 200);

        assertThat(first.select("tbody tr")).hasSize(20);
        assertThat(first.expectFirst("tbody tr").text()).isEqualTo("Fri 2 Jan 2026, 01:00:00 UTC Skipped Reason 25");
        assertThat(second.select("tbody tr")).hasSize(5);
        assertThat(second.expectFirst("#previous").attr("href")).isEqualTo(path(""));
        assertThat(browser.page(path("?before=nonsense"), 200).select("tbody tr"))
                .hasSize(20);
    }

    @Test
    void leadsToTheExecutionAndTheExecutionTellsOfTheSchedule() {
        assertThat(browser.post(path(""), form("CRON", "cron", "* * * ? * * *")).statusCode())
                .isEqualTo(303);
        await().until(() -> Rows.number("select count(*) from trigger_start where outcome = 'STARTED'") > 0);

        var execution =
                browser.page(path(""), 200).expectFirst("tbody tr:last-child a").attr("href");

        assertThat(execution).isEqualTo("/releases/%s/executions/1".formatted(release));
        assertThat(browser.page(execution, 200).expectFirst(".page-head__text").text())
                .startsWith("Started by the schedule of Display user-");
        assertThat(browser.page("/releases/%s/executions".formatted(release), 200)
                        .expectFirst("tbody")
                        .text())
                .contains("the schedule of Display user-");
    }

    private Response multipart(Map<String, ?> form, String token) {
        var request = browser.request().header("HX-Request", true).multiPart("csrf-token", token);
        form.forEach((name, value) -> {
            for (var each : value instanceof List<?> list ? list : List.of(value)) {
                request.multiPart(name, each.toString());
            }
        });
        return request.post(path(""));
    }

    private static String stored(String column) {
        return String.valueOf(Rows.values("select cast(%s as text) from trigger_policy".formatted(column))
                .get(0));
    }

    private String path(String rest) {
        return "/releases/%s/trigger%s".formatted(release, rest);
    }
}
