package dev.slipway.api;

import static dev.slipway.api.Api.DOCUMENTED;
import static dev.slipway.api.Api.PIPELINES;
import static dev.slipway.api.Api.pipeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import dev.slipway.project.Role;
import dev.slipway.testing.Database;
import dev.slipway.testing.Program;
import dev.slipway.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class PipelineTest {

    private Program program;

    @BeforeEach
    void makeToken() {
        program = Program.with(Role.DEVELOPER);
    }

    @Test
    void theDocumentedReleaseTaskIsCreated() {
        var created = program.post(PIPELINES, DOCUMENTED).then().statusCode(200).extract();

        assertThat(created.<String>path("id")).matches("[0-9a-f-]{36}");
        assertThat(created.header("ETag")).matches("\"1\\.0\\.0\"");
        program.get(pipeline(created.path("id")))
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("name", equalTo("release-gn7mre"))
                .body("model_version", equalTo(2))
                .body("config_mode", equalTo("ui"))
                .body("fail_mode", equalTo("stop"))
                .body("enterprise_project_id", equalTo("0"))
                .body("region", equalTo("local"))
                .body("status", equalTo(1))
                .body("version", equalTo(1))
                .body("last_trigger_at", nullValue())
                .body("pipeline_declaration", hasSize(1))
                .body("pipeline_declaration[0].stages.name", contains("75foki", "p0ws4x"))
                .body("pipeline_declaration[0].stages[0].tasks.group_index", contains("0", "1"))
                .body("pipeline_declaration[0].stages[1].tasks.order_index", contains(0, 1))
                .body("pipeline_declaration[0].stages[1].tasks[1].input.name", equalTo("u8xq1c"));
        assertThat(Rows.values("select channel from audit_event where kind = 'release_task_created'"))
                .hasToString("[API]");
    }

    @Test
    void unknownFieldsAreIgnoredAndMissingKeysMadeUp() {
        var body =
                """
                {"name":"release-x1","model_version":2.0,"config_mode":"ui","strategyType":7,"fail_mode":"continue","description":null,
                 "stages":[{"display_name":"One","approvalType":0,"tasks":[
                   {"display_name":"A","task_type":"scripted","order_index":1,"input":{"name":"a","assemblingId":"b"},"skipped":false},
                   {"display_name":"B","task_type":"scripted","order_index":0,"input":{"name":"b"}}]}]}
                """;

        program.post(PIPELINES, body)
                .then()
                .statusCode(200)
                .body("fail_mode", equalTo("continue"))
                .body("pipeline_declaration[0].stages[0].name", matchesPattern("[a-z0-9]{6}"))
                .body("pipeline_declaration[0].stages[0].tasks.display_name", contains("B", "A"))
                .body("pipeline_declaration[0].stages[0].tasks[1].input", equalTo(Map.of("name", "a")));
    }

    @Test
    void whatIsMissingOrOfTheWrongTypeIsToldByItsPath() {
        var wrong =
                """
                {"name":5,"config_mode":"x","fail_mode":[],"description":{},"enterprise_project_id":"7",
                 "stages":[{"tasks":[{"task_type":"scripted"},{"task_type":1,"input":[],"group_index":0},
                   {"task_type":"wait","display_name":"W","input":{"seconds":"soon"},"order_index":"1"}, 7]},{"tasks":{}},"x"]}
                """;

        var message = message(wrong);

        assertThat(message)
                .contains(
                        "name: This must be a text.",
                        "model_version: This field is mandatory.",
                        "config_mode: This must be ui or template.",
                        "fail_mode: This must be a text.",
                        "description: This must be a text.",
                        "enterprise_project_id: This must be 0",
                        "stages[0].tasks[1].task_type: This must be a text.",
                        "stages[0].tasks[1].input: This must be an object.",
                        "stages[0].tasks[1].group_index: This must be a text.",
                        "stages[0].tasks[2].order_index: This must be a whole number.",
                        "stages[0].tasks[3]: This must be an object.",
                        "stages[1].tasks: This must be a list.",
                        "stages[2]: This must be an object.");
        assertThat(message("{}")).contains("name: This field is mandatory.", "stages: This field is mandatory.");
    }

    @Test
    void noValueOfAnInputIsMadeToFit() {
        for (var wrong : List.of("\"1\"", "1.5", "true", "\"\"")) {
            assertThat(message(oneTask("wait", "{\"seconds\":%s}".formatted(wrong))))
                    .as(wrong)
                    .contains("stages[0].tasks[0].input.seconds: ");
        }
        for (var wrong : List.of("1", "1.5", "true")) {
            assertThat(message(
                            oneTask("http_request", "{\"url\":\"http://a\",\"headers\":{\"a\":%s}}".formatted(wrong))))
                    .as(wrong)
                    .contains("stages[0].tasks[0].input.headers.a: This must be a text.");
        }
        program.post(PIPELINES, oneTask("wait", "{\"seconds\":8.0}"))
                .then()
                .statusCode(200)
                .body("pipeline_declaration[0].stages[0].tasks[0].input.seconds", equalTo(8));
    }

    private static String oneTask(String type, String input) {
        return """
                {"name":"release-x1","model_version":2,"config_mode":"ui","stages":[{"name":"s","tasks":[
                  {"name":"a","task_type":"%s","input":%s}]}]}
                """
                .formatted(type, input);
    }

    @Test
    void theRulesOfReleaseTasksAreToldByThePathOfTheBody() {
        var wrong =
                """
                {"name":"1x","model_version":2,"config_mode":"ui","stages":[
                  {"name":"s","display_name":"S","tasks":[
                    {"task_type":"scripted","display_name":"A","group_index":"1","input":{"name":"a"}},
                    {"task_type":"nothing","display_name":"B","group_index":"0"},
                    {"task_type":"wait","group_index":"0","input":{"seconds":"soon"},"time_limit_seconds":0}]},
                  {"name":"s","display_name":"T","tasks":[]}]}
                """;

        assertThat(message(wrong))
                .contains(
                        "name: ",
                        "stages[0].tasks[1].task_type: There is no task type nothing.",
                        "stages[0].tasks[2].display_name: Enter a name",
                        "stages[0].tasks[2].time_limit_seconds: ",
                        "stages[0].tasks[2].input.seconds: ",
                        "stages[1].name: The key s is used twice.",
                        "stages[1].tasks: Add");
        program.post(PIPELINES, DOCUMENTED).then().statusCode(200);
        assertThat(message(DOCUMENTED)).contains("name: There is a release task release-gn7mre already.");
    }

    private String message(String body) {
        return program.post(PIPELINES, body)
                .then()
                .statusCode(400)
                .body("error_code", equalTo("SVCSTG.00100400"))
                .extract()
                .path("error_msg");
    }
}
