package dev.slipway.trail;

import static dev.slipway.trail.Events.record;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.Change;
import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.OwnProject;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TrailExportTest {

    private static final int MANY = 20_000;

    @Inject
    SessionFactory sessions;

    @Inject
    ObjectMapper json;

    OwnProject project;

    @BeforeEach
    void begin() {
        project = OwnProject.create();
    }

    @Test
    void writesCsvThatNoSpreadsheetTakesForAFormula() {
        var subject = new AuditSubject("release_task", "7", "=HYPERLINK(\"http://evil.example\"),\nx");
        record(project.id(), "+eve", "release_task_edited", subject, Map.of("n", Change.of(1, null)));

        var answer = project.browserOf(Role.VIEWER).get("/audit/export?format=csv");

        assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
        assertThat(answer.header("Content-Disposition")).matches("attachment; filename=\"audit-[0-9-]+\\.csv\"");
        assertThat(answer.asString())
                .startsWith("time,person,action,object_type,object_id,object_name,channel,address,detail\r\n")
                .contains(
                        ",'+eve,release_task_edited,release_task,7,"
                                + "\"'=HYPERLINK(\"\"http://evil.example\"\"),\nx\",engine,,\"{\"\"n\"\":{\"\"new\"\":null,\"\"old\"\":1}}\"\r\n");
    }

    @Test
    void writesOneObjectPerLine() throws Exception {
        record(project.id(), "eve", "release_task_edited", Events.thing("a\nb"), Map.of("n", Change.of(1, 2)));

        var lines = project.browserOf(Role.VIEWER)
                .get("/audit/export?format=jsonl&person=eve")
                .asString()
                .split("\n");

        assertThat(lines).hasSize(1);
        var event = json.readTree(lines[0]);
        assertThat(event.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        assertThat(event.at("/object/name").asText()).isEqualTo("a\nb");
        assertThat(event.at("/detail/n/new").asInt()).isEqualTo(2);
        assertThat(event.path("channel").asText()).isEqualTo("engine");
    }

    @Test
    void streamsALongTrailInStretches() throws Exception {
        Events.many(project.id(), MANY);
        var browser = project.browserOf(Role.VIEWER);
        sessions.getStatistics().setStatisticsEnabled(true);
        sessions.getStatistics().clear();

        var body = browser.request().get("/audit/export?format=jsonl").asInputStream();
        var lines = 0;
        var before = Long.MAX_VALUE;
        try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                var no = json.readTree(line).at("/detail/no").asLong();
                assertThat(no).isLessThan(before);
                before = no;
                lines++;
            }
        }

        assertThat(lines).isEqualTo(MANY);
        assertThat(sessions.getStatistics().getTransactionCount()).isGreaterThanOrEqualTo(MANY / TrailExport.AT_ONCE);
    }

    @Test
    void exportsWhatTheFilterSays() {
        Events.many(project.id(), 1_500);
        var browser = project.browserOf(Role.VIEWER);

        assertThat(browser.get("/audit/export?format=csv&person=user-3&to=2026-05-01T00:10")
                        .asString()
                        .split("\r\n"))
                .hasSize(1 + 94);
        assertThat(browser.get("/audit/export?format=xls").statusCode()).isEqualTo(404);
    }
}
