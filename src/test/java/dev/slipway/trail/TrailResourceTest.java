package dev.slipway.trail;

import static dev.slipway.trail.Events.record;
import static dev.slipway.trail.Events.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.Change;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TrailResourceTest {

    OwnProject project;
    PlainBrowser browser;

    @BeforeEach
    void begin() {
        project = OwnProject.create();
        browser = project.browserOf(Role.VIEWER);
    }

    @Test
    void saysWhoDidWhatWithOldAndNewValue() {
        var detail =
                Map.of("failMode", Change.of("stop", "continue"), "reason", "late", "owner", Change.of(null, "eve"));
        record(project.id(), "alice", "release_task_edited", thing("release-shop"), detail);

        var row = browser.page("/audit", 200).expectFirst("#rows tr");

        assertThat(row.expectFirst("th").text()).isEqualTo("Release task edited");
        assertThat(row.select("td").get(1).text()).isEqualTo("alice");
        assertThat(row.select("td").get(2).text()).isEqualTo("Thing release-shop");
        assertThat(row.select("dl > div").eachText())
                .containsExactlyInAnyOrder(
                        "Owner was nothing became eve", "Fail mode was stop became continue", "Reason late")
                .last()
                .isEqualTo("Reason late");
        assertThat(row.expectFirst("td:last-child").text()).isEqualTo("Slipway itself");
    }

    @Test
    void whatUsersWroteIsText() {
        record(project.id(), "mallory", "x", thing("<img src=x>"), Map.of("<b>", "<script>", "long", "<i>".repeat(99)));

        var row = browser.page("/audit", 200).expectFirst("#rows tr");

        assertThat(row.select("img, script, b, i")).isEmpty();
        assertThat(row.text()).contains("<img src=x>", "<script>");
        assertThat(row.select("details")).hasSize(1);
    }

    @Test
    void filtersByPersonObjectActionAndTime() {
        Events.many(project.id(), 300);

        assertThat(actors("person=USER-3")).isNotEmpty().containsOnly("user-3");
        assertThat(objects("object=thing 4"))
                .contains("Thing 4", "Thing 40", "Thing 49")
                .doesNotContain("Thing 50");
        assertThat(objects("type=thing&object=id-4")).isNotEmpty().containsOnly("Thing 4");
        assertThat(objects("type=other&object=id-4")).isEmpty();
        assertThat(objects("object=%")).isEmpty();
        assertThat(actions("action=kind_2")).isNotEmpty().containsOnly("Kind 2");
        assertThat(numbers("from=2026-05-01 00:01&to=2026-05-01T00:01:02Z")).containsExactly("62", "61", "60");
        assertThat(numbers("to=2026-05-01T00:00")).hasSize(50).startsWith("59", "58");
        assertThat(numbers("from=2026-05-02")).isEmpty();
        assertThat(numbers("person=user-3&action=kind_0&object=thing 1&to=2026-05-01T00:00"))
                .containsExactly("10");
    }

    @Test
    void keepsWhatIsFilteredInTheFormAndOnTheWay() {
        Events.many(project.id(), 700);

        var page = browser.page("/audit?person=user-3&action=kind_2&object=thing&from=2026-05-01", 200);

        assertThat(page.expectFirst("#person").attr("value")).isEqualTo("user-3");
        assertThat(page.expectFirst("#action option[selected]").text()).isEqualTo("Kind 2");
        assertThat(page.select("#action option").eachText()).hasSize(6);
        assertThat(page.select("#people option").eachAttr("value")).hasSize(7);
        assertThat(page.expectFirst("#export-csv").attr("href"))
                .isEqualTo("/audit/export?person=user-3&object=thing&action=kind_2&from=2026-05-01&format=csv");
        assertThat(browser.page("/audit?action=gone&type=gone", 200).select("option[value=gone][selected]"))
                .hasSize(2);
    }

    @Test
    void pagesThroughAllAndBack() {
        Events.many(project.id(), 120);

        var first = browser.page("/audit", 200);
        var second = follow(first, "#next");
        var third = follow(second, "#next");

        var all = new ArrayList<String>();
        for (var page : List.of(first, second, third)) {
            all.addAll(numbers(page));
        }
        assertThat(all).hasSize(120).doesNotHaveDuplicates().startsWith("120", "119");
        assertThat(third.select("#next")).isEmpty();
        assertThat(numbers(follow(third, "#previous"))).isEqualTo(numbers(second));
        assertThat(numbers(follow(follow(third, "#previous"), "#previous"))).isEqualTo(numbers(first));
        for (var nonsense : List.of("x", "2026-13-01T00:00:00Z_1", "2026-05-01T00:00:00Z_99999999999999999999")) {
            assertThat(numbers(browser.page("/audit?after=" + nonsense, 200))).isEqualTo(numbers(first));
        }
    }

    @Test
    void whatIsNoTimeIsSaidAtItsField() {
        var page = browser.page("/audit?from=yesterday&to=2026-02-30&person=eve", 422);

        assertThat(page.title()).startsWith("Error:");
        assertThat(page.select("#problems a").eachAttr("href")).containsExactly("#from", "#to");
        assertThat(page.expectFirst("#from").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.expectFirst("#from").attr("value")).isEqualTo("yesterday");
        assertThat(page.expectFirst("#person").attr("value")).isEqualTo("eve");
        assertThat(browser.page("/audit?from=2026-05-02&to=2026-05-01", 422)
                        .expectFirst("#to-problem")
                        .text())
                .isEqualTo("Error: The end lies before the start. Choose a later end.");
        assertThat(browser.get("/audit/export?format=csv&from=yesterday").statusCode())
                .isEqualTo(303);
    }

    @Test
    void linksToWhatStillExists() {
        var release = Given.release("release-shop")
                .phase(Given.group(Given.approval("go-live")))
                .create();
        var execution = Releaser.execute(release);
        var gone = new AuditSubject("release_task", "00000000-0000-0000-0000-000000000000", "gone");
        record("0", "alice", "release_task_deleted", gone);
        record("0", "alice", "release_task_edited", new AuditSubject("release_task", release.toString(), "shop"));

        var page = PlainBrowser.of(Accounts.aUser(Role.VIEWER)).page("/audit", 200);

        assertThat(page.select("#rows a").eachAttr("href"))
                .contains("/releases/" + release, "/releases/" + release + "/executions/1")
                .doesNotContain("/releases/" + gone.id());
        assertThat(Rows.number(
                        "select count(*) from audit_event where object_type = 'execution' and object_id = ?1 and channel <> 'ENGINE'",
                        Long.toString(execution)))
                .isZero();
    }

    @Test
    void membersOfOtherProjectsSeeNothingOfIt() {
        record(project.id(), "alice", "secret_kept", thing("secret"));
        var stranger = OwnProject.create().browserOf(Role.ADMIN);

        var page = stranger.page("/audit", 200);

        assertThat(page.text()).contains("Nothing has happened yet").doesNotContain("secret");
        assertThat(page.select("#people option, #of")).isEmpty();
        assertThat(new PlainBrowser().get("/audit").statusCode()).isEqualTo(302);
        assertThat(new PlainBrowser().get("/audit/export?format=csv").statusCode())
                .isEqualTo(302);
    }

    @Test
    void onlyAdministratorsOfTheDefaultProjectSeeWhoSignedIn() {
        var admin = Accounts.aUser(Role.ADMIN);
        var adminBrowser = PlainBrowser.of(admin);
        var viewer = PlainBrowser.of(Accounts.aUser(Role.VIEWER));

        var row = adminBrowser.page("/audit?of=slipway&person=" + admin, 200).expectFirst("#rows tr");

        assertThat(row.expectFirst("th").text()).isEqualTo("Signed in");
        assertThat(row.expectFirst("td:last-child").text()).isEqualTo("Console 127.0.0.1");
        assertThat(viewer.get("/audit?of=slipway").statusCode()).isEqualTo(403);
        assertThat(viewer.get("/audit/export?of=slipway&format=csv").statusCode())
                .isEqualTo(403);
        assertThat(project.browserOf(Role.ADMIN).get("/audit?of=slipway").statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSearchThatKeepsTheDatabaseBusyIsGivenUp() {
        record(project.id(), "alice", "x", thing("y"));

        QuarkusTransaction.requiringNew().run(() -> {
            lockTrail();
            var page = browser.page("/audit", 422);
            assertThat(page.expectFirst("#problems").text()).contains("The search took too long and was given up.");
        });
    }

    private static void lockTrail() {
        Panache.getEntityManager()
                .createNativeQuery("lock table audit_event in access exclusive mode")
                .executeUpdate();
    }

    private Document follow(Document page, String link) {
        return browser.page(page.expectFirst(link).attr("href"), 200);
    }

    private List<String> actors(String query) {
        return browser.page("/audit?" + query, 200)
                .select("#rows td:nth-child(2)")
                .eachText();
    }

    private List<String> actions(String query) {
        return browser.page("/audit?" + query, 200).select("#rows th").eachText();
    }

    private List<String> objects(String query) {
        return browser.page("/audit?" + query, 200).select("#rows td:nth-child(4)").eachText().stream()
                .map(text -> text.replaceFirst("^Thing ", ""))
                .toList();
    }

    private List<String> numbers(String query) {
        return numbers(browser.page("/audit?" + query, 200));
    }

    private static List<String> numbers(Document page) {
        return page.select("#rows dd").eachText();
    }
}
