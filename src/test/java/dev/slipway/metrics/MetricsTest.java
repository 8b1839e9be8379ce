package dev.slipway.metrics;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.testing.Scripted;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Database.class)
class MetricsTest {

    @Inject
    Scripted scripted;

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic YTpi"})
    void nobodyReadsThemWithoutTheToken(String shown) {
        var answer =
                given().redirects().follow(false).header("Authorization", shown).get("/q/metrics");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.asString()).doesNotContain("slipway");
    }

    @Test
    void aSessionIsOfNoUseNotEvenOfAnAdministrator() {
        var browser = PlainBrowser.of(Accounts.aUser(Role.ADMIN));

        assertThat(browser.get("/q/metrics").statusCode()).isEqualTo(401);
    }

    @Test
    void theTokenOpensNothingElse() {
        assertThat(get("/releases").statusCode()).isNotEqualTo(200);
        assertThat(get("/v3/0/pipeline/pipelines").statusCode()).isEqualTo(401);
    }

    @Test
    void theyTellWhatReleasesDo() {
        var started = figure("slipway_transitions_total{kind=\"started\"}");
        var succeeded = figure("slipway_task_attempts_seconds_count{outcome=\"succeeded\",type=\"scripted\"}");
        var failed = figure("slipway_task_attempts_seconds_count{outcome=\"failed\",type=\"scripted\"}");
        scripted.fail("b", "as the test wants it");
        var release = Given.release("secret-name")
                .phase(group(scripted("a"), approval("go-live"), scripted("b")))
                .create();

        var execution = Releaser.execute(release);
        Releaser.awaitStatus(execution, Status.TO_BE_APPROVED);

        assertThat(figure("slipway_transitions_total{kind=\"started\"}")).isEqualTo(started + 1);
        assertThat(figure("slipway_decisions_waiting{age=\"under_1h\"}")).isEqualTo(1);
        assertThat(figure("slipway_executions{status=\"to-be-approved\"}")).isEqualTo(1);
        Rows.change("update step_run set started_at = now() - interval '2 days' where status = 5");
        assertThat(figure("slipway_decisions_waiting{age=\"over_24h\"}")).isEqualTo(1);

        Releaser.agree(execution, "go-live");
        Releaser.end(execution);

        assertThat(figure("slipway_decisions_waiting{age=\"over_24h\"}")).isZero();
        assertThat(figure("slipway_task_attempts_seconds_count{outcome=\"succeeded\",type=\"scripted\"}"))
                .isEqualTo(succeeded + 1);
        assertThat(figure("slipway_task_attempts_seconds_count{outcome=\"failed\",type=\"scripted\"}"))
                .isEqualTo(failed + 1);
        assertThat(metrics()).doesNotContain("secret-name").doesNotContain("go-live");
    }

    @Test
    void theyTellWhatWaits() {
        Rows.change("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) "
                + "values ('step', '1-1', now() - interval '90 seconds', true, 1), "
                + "('nobody-knows-it', '2', now() + interval '1 hour', false, 1)");

        assertThat(figure("slipway_queue_taken")).isEqualTo(1);
        assertThat(figure("slipway_queue_due")).isZero();
        assertThat(figure("slipway_queue_oldest_seconds")).isZero();
        assertThat(figure("slipway_webhook_outbox")).isZero();
        Rows.change("delete from scheduled_tasks");
    }

    @Test
    void theyTellHowTheNodeIs() {
        assertThat(metrics())
                .contains("jvm_memory_used_bytes", "agroal_active_count", "slipway_live_streams", "process_cpu_usage");
    }

    @Test
    void pathsThatNobodyKnowsAreNoLabels() {
        given().get("/v3/made-up-path-of-the-test/pipeline");
        given().redirects().follow(false).get("/made-up-path-of-the-test");

        assertThat(metrics()).contains("http_server_requests_seconds").doesNotContain("made-up-path-of-the-test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"slipway.json", "alerts.yaml"})
    void whatComesWithSlipwayAsksOnlyForFiguresThatThereAre(String file) throws IOException {
        var names = Pattern.compile("\\b(slipway|http_server|agroal|jvm|process|system)_[a-z0-9_]+")
                .matcher(Files.readString(Path.of("deploy", "grafana", file)))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(names).hasSizeGreaterThan(3);
        var metrics = metrics();
        assertThat(names).allMatch(name -> metrics.lines()
                .anyMatch(line -> line.startsWith(name + "{") || line.startsWith(name + " ")));
    }

    /** What a trace belongs to has an exemplar behind its value: {@code 400.0 # {trace_id="..."} 1.0}. */
    private double figure(String name) {
        return Arrays.stream(metrics().split("\n"))
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line ->
                        Double.parseDouble(line.substring(name.length() + 1).replaceFirst(" #.*", "")))
                .findFirst()
                .orElse(0);
    }

    private String metrics() {
        return get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private Response get(String path) {
        return given().redirects()
                .follow(false)
                .header("Authorization", "Bearer only-the-tests-know-this-token-of-metrics")
                .get(path);
    }
}
