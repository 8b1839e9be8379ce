package dev.slipway.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Releaser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ReleasesResourceTest {

    @Inject
    SessionFactory sessions;

    OwnProject project;
    Releases releases;
    PlainBrowser browser;

    @BeforeEach
    void begin() {
        project = OwnProject.create();
        releases = new Releases(project);
        browser = project.browserOf(Role.RELEASER);
    }

    @Test
    void showsWhereEachReleaseTaskStands() {
        var never = releases.create("release-never");
        var waiting = releases.create("release-waiting");
        releases.execute(waiting, "go", "one");

        var page = browser.page("/releases", 200);

        var first = page.expectFirst("#release-" + waiting);
        assertThat(first.select("td").get(0).text()).isEqualTo("To be approved");
        assertThat(first.select("ol li").eachText()).containsExactly("Ask: To be approved", "Work: Not executed");
        assertThat(first.expectFirst("a[id^=stop]").attr("href"))
                .isEqualTo("/releases/" + waiting + "/executions/1/stop");
        var second = page.expectFirst("#release-" + never);
        assertThat(second.select("td").eachText()).startsWith("Not executed", "None yet", "Never", "a test");
        assertThat(second.expectFirst("a[id^=execute]").attr("href")).isEqualTo("/releases/" + never + "/execute");
        assertThat(names(page)).containsExactly("release-waiting", "release-never");
    }

    @Test
    void offersExecuteOnlyToThoseWhoMayExecute() {
        releases.create("release-a");

        var page = project.browserOf(Role.VIEWER).page("/releases", 200);

        assertThat(page.select("a[id^=execute]")).isEmpty();
        assertThat(page.select("a[id^=view]")).hasSize(1);
    }

    @Test
    void showsNothingOfOtherProjects() {
        new Releases(OwnProject.create()).create("release-secret");

        var page = browser.page("/releases", 200);

        assertThat(page.text()).contains("There are no release tasks yet").doesNotContain("release-secret");
        assertThat(new PlainBrowser().get("/releases").statusCode()).isEqualTo(302);
    }

    @Test
    void searchesForALiteralPartOfTheName() {
        List.of("release-Shop", "release_shop", "other").forEach(releases::create);

        assertThat(search("name=SHOP&sort=name")).containsExactlyInAnyOrder("release-Shop", "release_shop");
        assertThat(search("name=_")).containsExactly("release_shop");
        assertThat(search("name=%")).isEmpty();
        assertThat(search("name=\\")).isEmpty();
        assertThat(search("name=\0")).hasSize(3);
    }

    @Test
    void saysWhenNothingMatches() {
        releases.create("release-a");

        var page = browser.page("/releases?name=<b>typo", 200);

        assertThat(page.expectFirst("#results h2").text()).isEqualTo("No release task has a name like “<b>typo”");
        assertThat(page.expectFirst("#name").attr("value")).isEqualTo("<b>typo");
        assertThat(page.expectFirst("#show-all").attr("href")).isEqualTo("/releases");
    }

    @Test
    void filtersByStatus() {
        releases.execute(releases.create("release-waiting"), "go");
        releases.create("release-never");

        assertThat(search("status=TO_BE_APPROVED")).containsExactly("release-waiting");
        assertThat(search("status=NOT_EXECUTED")).containsExactly("release-never");
        assertThat(search("status=SUCCESSFUL")).isEmpty();
        assertThat(search("status=nonsense")).hasSize(2);
    }

    @Test
    void everyOrderPagesThroughAllAndBack() {
        var ids = IntStream.range(0, 45)
                .mapToObj(no -> releases.create("release-%02d".formatted(no)))
                .toList();
        ids.subList(0, 23).forEach(id -> Releaser.end(releases.execute(id, "one")));

        for (var sort : List.of("executed", "name", "created")) {
            var forwards = walk("/releases?sort=" + sort);
            var backwards = walk("/releases?sort=" + sort + "-reversed");
            assertThat(forwards).as(sort).hasSize(45).doesNotHaveDuplicates();
            assertThat(backwards).as(sort).containsExactlyElementsOf(reversed(forwards));
        }
        assertThat(walk("/releases?sort=name").get(0)).isEqualTo("release-00");
        assertThat(walk("/releases").get(0)).isEqualTo("release-22");
    }

    @Test
    void nonsenseInTheAddressShowsTheFirstPage() {
        releases.create("release-a");

        var longAgo = "executed|-999999-01-01T00:00:00Z|00000000-0000-0000-0000-000000000000";
        for (var cursor : List.of("x", "%%", "bm9uc2Vuc2U", base64(longAgo), base64("name|a\0b|x"))) {
            assertThat(search("after=" + cursor)).as(cursor).containsExactly("release-a");
            assertThat(search("before=" + cursor)).as(cursor).containsExactly("release-a");
        }
        assertThat(search("sort=nonsense")).containsExactly("release-a");
    }

    @Test
    void htmxGetsTheResultsOnly() {
        releases.create("release-a");

        var answer = browser.request().header("HX-Request", "true").get("/releases?name=a&sort=name");

        assertThat(answer.asString())
                .contains("id=\"results\"", "hx-get=\"/releases?name=a&amp;sort=name\"", "release-a")
                .contains("data-live=\"releases:" + project.id() + "\"")
                .doesNotContain("<html", "<form");
    }

    @Test
    void aLongListCostsNoMoreStatementsThanAShortOne() {
        releases.execute(releases.create("release-a"), "go");
        var few = statementsFor("/releases");

        IntStream.range(0, 15).forEach(no -> releases.execute(releases.create("release-b" + no), "go"));

        assertThat(statementsFor("/releases")).isEqualTo(few);
    }

    @Test
    void offersNoResetWhereThereIsNoDemo() {
        assertThat(project.browserOf(Role.ADMIN).page("/releases", 200).select("#reset-demo"))
                .isEmpty();
    }

    private long statementsFor(String path) {
        sessions.getStatistics().setStatisticsEnabled(true);
        sessions.getStatistics().clear();
        browser.page(path, 200);
        return sessions.getStatistics().getPrepareStatementCount();
    }

    private List<String> search(String query) {
        return names(browser.page("/releases?" + query, 200));
    }

    /** Goes by Next to the end and by Previous to the start again, which must show the same. */
    private List<String> walk(String start) {
        var page = browser.page(start, 200);
        var pages = new ArrayList<>(List.of(names(page)));
        for (var next = page.selectFirst("#next"); next != null; next = page.selectFirst("#next")) {
            page = browser.page(next.attr("href"), 200);
            pages.add(names(page));
        }
        for (int index = pages.size() - 2; index >= 0; index--) {
            page = browser.page(page.expectFirst("#previous").attr("href"), 200);
            assertThat(names(page)).isEqualTo(pages.get(index));
        }
        return pages.stream().flatMap(List::stream).toList();
    }

    private static List<String> names(Document page) {
        return page.select("#rows th a").eachText();
    }

    private static List<String> reversed(List<String> names) {
        var reversed = new ArrayList<>(names);
        Collections.reverse(reversed);
        return reversed;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
