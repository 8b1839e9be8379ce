package dev.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Releaser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RecordsResourceTest {

    @Inject
    SessionFactory sessions;

    Releases releases;
    PlainBrowser browser;
    UUID release;

    @BeforeEach
    void begin() {
        var project = OwnProject.create();
        releases = new Releases(project);
        browser = project.browserOf(Role.VIEWER);
        release = releases.create("release-a");
    }

    @Test
    void showsEachExecution() {
        Releaser.end(releases.execute(release, "one", "two"));
        releases.execute(release, "go", "one");

        var page = browser.page(path(), 200);

        assertThat(page.select("#rows th").eachText()).containsExactly("Execution 2", "Execution 1");
        assertThat(page.expectFirst("#open-1").attr("href")).isEqualTo(path() + "/1");
        var ended = page.select("#execution-1 td").eachText();
        assertThat(ended.get(0)).isEqualTo("Successful");
        assertThat(ended.get(1)).isEqualTo("Ask: Skipped Work: Successful");
        assertThat(ended.get(2)).isEqualTo("2 of 2");
        assertThat(ended.get(4)).endsWith(" s");
        assertThat(ended.get(5)).isEqualTo("Somebody");
        assertThat(page.select("#execution-2 td").get(4).text()).isEqualTo("still running");
        assertThat(page.expectFirst("nav [aria-current=page]").text()).isEqualTo("Region Release Tasks");
        assertThat(page.select("nav a[aria-current=page]").eachText()).contains("Execution records");
    }

    @Test
    void saysWhenThereIsNone() {
        assertThat(browser.page(path(), 200).expectFirst("main h2").text()).isEqualTo("Not executed yet");
    }

    @Test
    void pagesByNumberAtAConstantCost() {
        execute(1);
        var few = statementsFor(path());
        execute(24);

        assertThat(statementsFor(path())).isEqualTo(few);
        var first = browser.page(path(), 200);
        assertThat(numbers(path())).hasSize(20).first().isEqualTo("Execution 25");
        var next = first.expectFirst("#next").attr("href");
        assertThat(numbers(next))
                .containsExactly("Execution 5", "Execution 4", "Execution 3", "Execution 2", "Execution 1");
        var previous = browser.page(next, 200).expectFirst("#previous").attr("href");
        assertThat(numbers(previous)).isEqualTo(numbers(path()));
    }

    @Test
    void nonsenseInTheAddressShowsTheFirstPage() {
        execute(1);

        for (var query : List.of("after=x", "before=-1", "after=99999999999", "before=0", "after=1", "before=1")) {
            assertThat(numbers(path() + "?" + query)).as(query).containsExactly("Execution 1");
        }
    }

    private void execute(int times) {
        IntStream.range(0, times).forEach(no -> Releaser.end(releases.execute(release, "one")));
    }

    private List<String> numbers(String path) {
        return browser.page(path, 200).select("#rows th").eachText();
    }

    private long statementsFor(String path) {
        sessions.getStatistics().setStatisticsEnabled(true);
        sessions.getStatistics().clear();
        browser.page(path, 200);
        return sessions.getStatistics().getPrepareStatementCount();
    }

    private String path() {
        return "/releases/%s/executions".formatted(release);
    }
}
