package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.target.Progress;
import dev.slipway.target.TargetProblem;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class ApplicationResourceTest {

    @Inject
    StagedTarget target;

    private OwnProject project;

    @BeforeEach
    void createProject() {
        project = OwnProject.create();
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleSeesWhatRunsSinceWhenAndByWhichRelease(Role role) {
        target.answer("storefront", () -> new Progress.Ready("http://localhost:9010"));
        Stock.of(project, StagedTarget.KIND).application("shop").running("shop", "storefront");

        var page = page(project.browserOf(role));

        var row = row(page, "storefront");
        assertThat(page.expectFirst("#app-shop").text()).isEqualTo("shop");
        assertThat(cell(row, "Running version").text()).isEqualTo("1.2.3");
        assertThat(cell(row, "Since").expectFirst("time").text()).endsWith("UTC");
        assertThat(cell(row, "Released by").text()).isEqualTo("release-shop, execution 3");
        assertThat(cell(row, "Released by").expectFirst("a").attr("href"))
                .isEqualTo("/releases/%s/executions/3".formatted(Stock.RELEASE));
        assertThat(cell(row, "Environment").expectFirst("a").attr("href")).isEqualTo("/environments#env-production");
        assertThat(cell(row, "State now").text()).isEqualTo("Running at http://localhost:9010");
        assertThat(cell(row, "State now").expectFirst("a").attr("href")).isEqualTo("http://localhost:9010");
    }

    @Test
    void saysWhyAComponentIsNotHealthy() {
        target.answer("storefront", () -> new Progress.Broken("storefront <does> not run."));
        Stock.of(project, StagedTarget.KIND).application("shop").running("shop", "storefront");

        assertThat(state("storefront")).isEqualTo("Not healthy storefront <does> not run.");
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        target.answer("storefront", () -> new Progress.Ready("javascript:alert(1)"));
        Stock.of(project, StagedTarget.KIND).application("shop").running("shop", "storefront");

        assertThat(cell(row(page(), "storefront"), "State now").select("a")).isEmpty();
    }

    @Test
    void aComponentThatHangsDoesNotHangThePage() {
        target.hang("storefront");
        target.answer("catalog", () -> new Progress.Ready("http://localhost:9011"));
        var stock = Stock.of(project, StagedTarget.KIND).application("shop");
        stock.running("shop", "storefront");
        stock.running("shop", "catalog");
        var browser = project.browserOf(Role.VIEWER);

        var start = Instant.now();
        var page = page(browser);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(cell(row(page, "storefront"), "State now").text())
                .isEqualTo("Unknown It did not answer within 1.5 seconds.");
        assertThat(cell(row(page, "catalog"), "State now").text()).startsWith("Running");
    }

    @Test
    void aTargetThatFailsLeavesTheStateUnknown() {
        target.answer("storefront", () -> {
            throw new TargetProblem("The target is switched off.");
        });
        target.answer("catalog", () -> {
            throw new IllegalStateException("a secret of the house");
        });
        var stock = Stock.of(project, StagedTarget.KIND).application("shop");
        stock.running("shop", "storefront");
        stock.running("shop", "catalog");

        assertThat(state("storefront")).isEqualTo("Unknown The target is switched off.");
        assertThat(state("catalog")).isEqualTo("Unknown It could not be asked; the log of Slipway says why.");
    }

    @Test
    void aComponentWithoutAVersionRunsNothing() {
        Stock.of(project, StagedTarget.KIND).application("shop").component("shop", "storefront");

        var row = row(page(), "storefront");

        assertThat(cell(row, "State now").text()).isEqualTo("Nothing runs");
        assertThat(cell(row, "Running version").text()).isEqualTo("None");
    }

    @Test
    void saysWhichReleaseChangesAComponentAtTheMoment() {
        var component = Stock.of(project, StagedTarget.KIND).application("shop").component("shop", "storefront");
        var writer = new Component.Writer(component.id().getLeastSignificantBits(), 1, "release-shop, execution 4");
        Stock.bean(Components.class).hold(component.id(), writer);

        assertThat(row(page(), "storefront").expectFirst("th").text())
                .startsWith("storefront release-shop, execution 4 changes it since")
                .endsWith("UTC");
    }

    @Test
    void anApplicationWithoutComponentsIsThereToo() {
        Stock.of(project, StagedTarget.KIND).application("shop");

        assertThat(page().expectFirst("main").text()).contains("shop The shop It has no components yet.");
    }

    @Test
    void anEmptyProjectSaysWhereApplicationsComeFrom() {
        assertThat(page().expectFirst("main").text())
                .contains("There are no applications yet", "Create Application tasks");
    }

    @Test
    void otherProjectsStayInvisible() {
        Stock.of(OwnProject.create(), StagedTarget.KIND).application("secret-shop");

        assertThat(page().html()).doesNotContain("secret-shop");
    }

    @Test
    void strangersHaveToSignIn() {
        assertThat(new PlainBrowser().get("/applications").header("Location")).endsWith("/sign-in");
    }

    private String state(String component) {
        return cell(row(page(), component), "State now").text();
    }

    private Document page() {
        return page(project.browserOf(Role.VIEWER));
    }

    private static Document page(PlainBrowser browser) {
        return browser.page("/applications", 200);
    }

    private static Element row(Document page, String component) {
        return page.expectFirst("tr:has(> th[scope=row]:contains(%s))".formatted(component));
    }

    private static Element cell(Element row, String column) {
        return row.expectFirst("td[data-label='%s']".formatted(column));
    }
}
