package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ComponentResourceTest {

    private PlainBrowser viewer;
    private Component component;

    @BeforeEach
    void createComponent() {
        var project = OwnProject.create();
        viewer = project.browserOf(Role.VIEWER);
        component = Stock.of(project, "process").application("shop").component("shop", "storefront");
    }

    @Test
    void showsWhatRunsWhoHoldsItAndWhoReleasedEachVersion() {
        deploy("1.0.0", 3, Map.of());
        deploy("1.0.1", 4, Map.of());
        Stock.bean(Components.class).hold(component.id(), Stock.WRITER);
        Rows.change("update component_version set release_id = null, execution_no = null where version = '1.0.0'");

        var page = show("");

        assertThat(fact(page, "Running version")).isEqualTo("1.0.1");
        assertThat(fact(page, "Released by")).isEqualTo("release-shop, execution 4");
        assertThat(page.expectFirst(".notice:not([hidden])").text()).startsWith("release-shop, execution 3 changes it");
        assertThat(rows(page, "versions")).hasSize(2);
        assertThat(rows(page, "versions").get(0)).startsWith("1.0.1 runs now artifact/1");
        assertThat(page.select("section:has(#versions) td a").eachAttr("href"))
                .contains("/releases/%s/executions/4".formatted(Stock.RELEASE))
                .doesNotContain("/releases/%s/executions/3".formatted(Stock.RELEASE));
    }

    @Test
    void theHistorySaysWhatRanFromWhenToWhen() {
        deploy("1.0.0", 1, Map.of());
        deploy("1.0.1", 2, Map.of());
        deploy("1.0.0", 3, Map.of());
        Stock.bean(Components.class).runsNothing(component.id(), Stock.WRITER);

        var history = show("");

        assertThat(history.select("section:has(#history) tbody th").eachText())
                .containsExactly("1.0.0", "1.0.1", "1.0.0");
        assertThat(history.select("section:has(#history) td[data-label=Until] time"))
                .hasSize(3);
        assertThat(history.select("section:has(#history) tbody a").eachText())
                .containsExactly("release-shop, execution 3", "release-shop, execution 2", "release-shop, execution 1");
    }

    @Test
    void whatRanBeforeThereWasAHistoryBeginsIt() throws IOException {
        deploy("1.0.0", 1, Map.of());
        Rows.change("delete from component_deployment");

        Rows.change(statement("insert into component_deployment"));

        assertThat(rows(show(""), "history")).singleElement().asString().startsWith("1.0.0");
    }

    /** What the migration that creates the table does for those who have components already. */
    private static String statement(String beginning) throws IOException {
        try (var migration = ComponentResourceTest.class.getResourceAsStream(
                "/db/migration/V11__let_people_manage_the_catalog.sql")) {
            var text = new String(Objects.requireNonNull(migration).readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf(beginning)).replaceFirst("(?s);.*", "");
        }
    }

    @Test
    void moreThanAPageOfVersionsGoesOnWithOlderOnes() {
        var count = ComponentPages.PAGE_SIZE + 2;
        IntStream.range(0, count).forEach(number -> deploy("1.0." + number, number, Map.of()));

        var first = show("");
        var versions =
                viewer.page(first.expectFirst("#versions-older").attr("href").replaceFirst("#.*", ""), 200);
        var history =
                viewer.page(first.expectFirst("#history-older").attr("href").replaceFirst("#.*", ""), 200);

        assertThat(rows(first, "versions")).hasSize(ComponentPages.PAGE_SIZE);
        assertThat(versions.select("section:has(#versions) tbody code").eachText())
                .contains("1.0.1", "1.0.0")
                .doesNotContain("1.0.2");
        assertThat(versions.select("#versions-older")).isEmpty();
        assertThat(rows(versions, "history")).hasSize(ComponentPages.PAGE_SIZE);
        assertThat(history.select("section:has(#history) tbody th").eachText()).containsExactly("1.0.1", "1.0.0");
        assertThat(rows(show("?after=nonsense&before=" + UUID.randomUUID()), "versions"))
                .hasSize(ComponentPages.PAGE_SIZE);
    }

    @Test
    void twoVersionsAreComparedSettingBySettingWithoutTheirSecrets() {
        deploy("1.0.0", 1, Map.of("port", 1, "health", "/a", "variables", Map.of("DB_PASSWORD", "hunter2")));
        deploy(
                "1.0.1",
                2,
                Map.of(
                        "port", 1,
                        "command", List.of("java", "--api-token=hunter3"),
                        "variables", Map.of("DB_PASSWORD", "hunter4", "MODE", "<fast>")));

        var page = viewer.page(versions("?from=1.0.0&to=1.0.1"), 200);

        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "command Added Not there java --api-token=••••••",
                        "health Removed /a Not there",
                        "variables.DB_PASSWORD Changed •••••• ••••••",
                        "variables.MODE Added Not there <fast>");
        assertThat(page.expectFirst("caption").text()).startsWith("4 settings differ, 2 are the same.");
        assertThat(page.html()).doesNotContain("hunter");
        assertThat(page.select("option[selected]").eachText()).containsExactly("1.0.0", "1.0.1");
    }

    @Test
    void comparingBeginsWithTheNewestAndTheOneBefore() {
        assertThat(viewer.page(versions(""), 200).expectFirst("main").text()).contains("There are no versions yet");
        deploy("1.0.0", 1, Map.of());
        assertThat(viewer.page(versions(""), 200).expectFirst("main").text()).contains("No differences");
        deploy("1.0.1", 2, Map.of("port", 1));

        assertThat(viewer.page(versions(""), 200).select("tbody tr").eachText())
                .containsExactly("port Added Not there 1");
        viewer.get(versions("?from=9.9.9")).then().statusCode(404);
    }

    private void deploy(String version, int execution, Map<String, Object> spec) {
        var components = Stock.bean(Components.class);
        var by = new Component.Provenance(Stock.RELEASE, "release-shop", execution);
        var created = components
                .version(component.id(), version, new ComponentVersion.Content("artifact/1", spec), by)
                .orElseThrow();
        components.runs(component.id(), created.id(), Stock.WRITER, by);
    }

    private Document show(String query) {
        return viewer.page("/components/" + component.id() + query, 200);
    }

    private String versions(String query) {
        return "/components/%s/versions/diff%s".formatted(component.id(), query);
    }

    private static List<String> rows(Document page, String section) {
        return page.select("section:has(#%s) tbody tr".formatted(section)).eachText();
    }

    private static String fact(Document page, String name) {
        return page.expectFirst("dl.facts dt:containsOwn(%s) + dd".formatted(name))
                .text();
    }
}
