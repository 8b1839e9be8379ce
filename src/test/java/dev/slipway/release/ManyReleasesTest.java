package dev.slipway.release;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.project.Role;
import dev.slipway.testing.Archive;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import dev.slipway.testing.PlainBrowser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** A project with 1,000 release tasks and 100,000 executions. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ManyReleasesTest {

    @Inject
    SessionFactory sessions;

    @Test
    void costAsManyStatementsAsAFew() {
        var few = OwnProject.create();
        var many = OwnProject.create();

        var statementsOfFew = statements(few, Archive.fill(few, 50, 200));
        var statementsOfMany = statements(many, Archive.fill(many, 1_000, 100_000));

        assertThat(statementsOfMany).isEqualTo(statementsOfFew);
        assertThat(statementsOfMany.values()).allMatch(count -> count <= 6);
    }

    private Map<String, Long> statements(OwnProject project, UUID release) {
        var browser = project.browserOf(Role.RELEASER);
        var records = "/releases/%s/executions".formatted(release);
        var lists = Stream.of("", "?sort=name", "?sort=created", "?status=RELEASE_FAILED", "?name=archive")
                .map(query -> "/releases" + query);
        return Stream.concat(lists, Stream.of(records, records + "?after=60", records + "?before=30"))
                .collect(toMap(
                        path -> path.replace(release.toString(), "archive-1"), path -> statementsFor(browser, path)));
    }

    private long statementsFor(PlainBrowser browser, String path) {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        assertThat(browser.page(path, 200).select("#rows tr")).hasSize(ReleaseList.PAGE_SIZE);
        return statistics.getPrepareStatementCount();
    }
}
