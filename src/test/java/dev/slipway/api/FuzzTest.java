package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.net.LocalFiles;
import dev.slipway.openapi.ApiDocument;
import dev.slipway.project.Role;
import dev.slipway.template.Zip;
import dev.slipway.testing.Contract;
import dev.slipway.testing.Database;
import dev.slipway.testing.Program;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sends nonsense to every operation: the answers are documented ones, never an incident, and tell nothing of the inside.
 * {@code -Dfuzz.seed} repeats a run, {@code -Dfuzz.rounds} makes it longer.
 */
@QuarkusTest
@QuarkusTestResource(Database.class)
class FuzzTest {

    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 18);

    /** A token may ask only so often. */
    private static final int ROUNDS_OF_A_TOKEN = 20;

    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

    /** One task of each type, so that every field of every input gets its nonsense. */
    private static final String EVERY_TYPE =
            """
            {"name":"release-%s","description":"x","model_version":2,"config_mode":"ui","fail_mode":"stop",
             "enterprise_project_id":"0","stages":[{"name":"all","display_name":"All","tasks":[
              {"name":"a","display_name":"A","task_type":"wait","group_index":"0","order_index":0,
               "input":{"until":"12:00","zone":"UTC"},"time_limit_seconds":60},
              {"name":"b","task_type":"http_request","input":{"method":"GET","url":"http://localhost/x","headers":{"a":"b"},
               "body":"x","expectStatus":200,"expectBody":"y","pollSeconds":1}},
              {"name":"c","task_type":"build","input":{"environment":"local","source":"x","command":["a"],"output":"o",
               "artifact":"art","version":"1.0.0"}},
              {"name":"d","task_type":"create_application","input":{"name":"shop","description":""}},
              {"name":"e","task_type":"create_component","input":{"application":"shop","component":"cart",
               "environment":"local","artifact":"art","artifactVersion":"1.0.0","healthySeconds":5,
               "run":{"command":["a"],"port":9000,"health":"/","variables":{"A":"b"}}}},
              {"name":"f","task_type":"update_component","input":{"application":"shop","component":"cart",
               "environment":"local","artifact":"art"}},
              {"name":"g","task_type":"manual_trigger","input":{"instructions":"look"}}]}]}
            """;

    private static final String HOOKS =
            """
            {"selected_tasks":[{"stage_name":"75foki","tasks":["bkdi55"]}],"strategy_type":1,
             "hooks":[{"schedule":"0 00-59/10 00-00 ? * MON *","timezone_operator":"+","timezone_hour":8}]}
            """;

    private static final String ACTION =
            """
            {"selected_tasks":[{"stage_name":"75foki","tasks":["bkdi55"]}],"task_name":"k2m9zt","approval_type":"agree",
             "message":"Looks good"}
            """;

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/yaml",
            "application/xml",
            "application/json;charset=utf-16",
            "text/html",
            "image/png");

    private static final List<String> HEADERS =
            List.of("If-Match", "If-None-Match", "Idempotency-Key", "Accept", "Accept-Language", "Cookie");

    @Inject
    ApiDocument document;

    private final List<String> found = new ArrayList<>();
    private final Nonsense nonsense = new Nonsense(SEED);
    private Program program;
    private LocalFiles files;
    private String id;
    private String record;
    private int made;

    @BeforeEach
    void prepare() {
        program = Program.with(Role.ADMIN);
        files = LocalFiles.serve(Map.of("/shop.zip", Zip.of(Zip.SMALL)));
        id = Api.create(program);
        record = program.post(Api.action(id, "start"), "{}").path("id");
    }

    @AfterEach
    void close() {
        files.close();
    }

    @Test
    void nonsenseIsAnsweredAsDocumented() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            if (round % ROUNDS_OF_A_TOKEN == 0) {
                program = Program.with(Role.ADMIN);
            }
            for (var operation : document.operations()) {
                look(operation);
            }
        }
        assertThat(found).as("seed %d", SEED).isEmpty();
    }

    private void look(ApiDocument.Operation operation) throws IOException {
        var right = right(operation);
        var shot = new Shot(path(operation), Program.JSON, "", "", right == null ? "" : right.toString());
        shot = switch (nonsense.oneOf(List.of("body", "body", "body", "body", "segment", "query", "type", "header"))) {
            case "segment" -> shot.withPath(nonsense.inOneSegmentOf(shot.path(), List.of("/0/", id, record)));
            case "query" -> shot.withPath(shot.path() + (shot.path().contains("?") ? "&" : "?") + query());
            case "type" -> new Shot(shot.path(), nonsense.oneOf(TYPES), "", "", shot.body());
            case "header" ->
                new Shot(shot.path(), shot.type(), nonsense.oneOf(HEADERS), nonsense.header(), shot.body());
            default ->
                new Shot(shot.path(), shot.type(), "", "", right == null ? nonsense.value() : nonsense.body(right));
        };
        check(operation, shot);
    }

    private void check(ApiDocument.Operation operation, Shot shot) {
        var what = "seed %d: %s %.300s".formatted(SEED, operation.method(), shot);
        try {
            var answer = shot.send(program, operation);
            assertThat(answer.statusCode()).as(what).isLessThan(500);
            if (answer.statusCode() >= 400) {
                assertThat(answer.asString())
                        .as(what)
                        .hasSizeLessThan(5_000)
                        .doesNotContain(
                                "Exception", "dev.slipway", "com.fasterxml", "org.hibernate", "java.", "at org.");
            }
        } catch (AssertionError e) {
            found.add("%s: %s".formatted(what, e.getMessage()));
        }
    }

    /** What is sent with one thing wrong in it; no header has an empty name. */
    private record Shot(String path, String type, String header, String value, String body) {

        Shot withPath(String other) {
            return new Shot(other, type, header, value, body);
        }

        Response send(Program program, ApiDocument.Operation operation) {
            var request = RestAssured.given()
                    .filter(Contract.OF_ANSWERS)
                    .redirects()
                    .follow(false)
                    .urlEncodingEnabled(false)
                    .header("X-Auth-Token", program.token());
            if (!header.isEmpty()) {
                request.header(header, value);
            }
            return List.of("POST", "PUT").contains(operation.method())
                    ? request.contentType(type)
                            .body(body.getBytes(StandardCharsets.UTF_8))
                            .request(operation.method(), path)
                    : request.request(operation.method(), path);
        }
    }

    private String query() {
        return "%s=%s"
                .formatted(
                        nonsense.oneOf(List.of("limit", "offset", "status", "name", "region", "action_id", "x%00")),
                        nonsense.segment());
    }

    private String path(ApiDocument.Operation operation) {
        var deletes = operation.method().equals("DELETE") || id(operation).equals("editPipeline");
        var query = id(operation).equals("actOnPipeline")
                ? "?action_id="
                        + nonsense.oneOf(List.of("start", "stop", "continue", "retry", "approval", "rollback", "skip"))
                : "";
        return operation
                        .path()
                        .replace("{project_id}", "0")
                        .replace("{pipeline_id}", deletes ? Api.create(program, "release-gone-" + made++) : id)
                        .replace("{record_id}", record)
                        .replace("{task_name}", "bkdi55")
                + query;
    }

    private static String id(ApiDocument.Operation operation) {
        return operation.operation().get("operationId").asText();
    }

    private @Nullable JsonNode right(ApiDocument.Operation operation) throws IOException {
        var source =
                "{\"template_source\":{\"storage\":\"http\",\"url\":\"%s\",\"http_username\":\"a\",\"http_password\":\"b\",\"http_headers\":[{\"key\":\"a\",\"value\":\"b\"}]},\"input_values\":{\"greeting\":\"hello\"}}"
                        .formatted(files.address("/shop.zip"));
        var template = "{\"name\":\"release-%d\",\"model_version\":2,\"config_mode\":\"template\",\"sources\":[%s]}";
        var text =
                switch (id(operation)) {
                    case "createPipeline" ->
                        made % 4 == 0 ? template.formatted(made++, source) : EVERY_TYPE.formatted(made++);
                    case "editPipeline" -> EVERY_TYPE.formatted("edit-" + made++);
                    case "clonePipeline" -> "{\"name\":\"release-copy-%d\",\"description\":\"x\"}".formatted(made++);
                    case "createHooks", "replaceHooks" -> HOOKS;
                    case "parseTemplatePackage" -> "{\"sources\":[%s]}".formatted(source);
                    case "actOnPipeline" -> ACTION;
                    default -> "";
                };
        return text.isEmpty() ? null : new ObjectMapper().readTree(text);
    }
}
