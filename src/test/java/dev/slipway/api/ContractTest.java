package dev.slipway.api;

import static dev.slipway.api.Api.action;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.execution.Status;
import dev.slipway.net.LocalFiles;
import dev.slipway.openapi.ApiDocument;
import dev.slipway.project.Role;
import dev.slipway.template.Zip;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.Program;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import dev.slipway.token.Scope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each operation gives each answer of the document; whether it looks as described is checked with every request. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ContractTest {

    /** Nobody knows how to provoke it. */
    private static final String INCIDENT = "500";

    /** After these a release task may be gone, or may run. */
    private static final Set<String> CHANGES_SOMETHING = Set.of("200", "204", "409", "422");

    private static final Map<String, String> WRONG_QUERIES =
            Map.of("listPipelines", "?limit=0", "listRecords", "?limit=0", "showLog", "?offset=x");

    @Inject
    ApiDocument document;

    @Inject
    RateLimit limit;

    private Program program;
    private Program reader;
    private Program busy;
    private long busyToken;
    private LocalFiles files;
    private String idle = "";
    private String active;
    private String record;
    private int made;

    @BeforeEach
    void prepare() {
        var admin = Accounts.aUser(Role.ADMIN);
        program = Program.of(admin);
        reader = Program.of(admin, Scope.READ);
        busy = Program.of(admin);
        busyToken = Rows.number("select max(id) from api_token");
        files = LocalFiles.serve(Map.of("/shop.zip", Zip.of(Zip.SMALL)));
        Given.environment("local", "process");
        active = Api.create(program);
        record = program.post(action(active, "start"), "{}").path("id");
        Releaser.awaitStatus(Long.parseLong(record), Status.TO_BE_APPROVED);
    }

    @AfterEach
    void close() {
        files.close();
    }

    @Test
    void everyOperationGivesEveryDocumentedAnswer() {
        for (var operation : document.operations()) {
            operation.operation().get("responses").properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(status -> !status.equals(INCIDENT))
                    .forEach(status -> assertThat(provoke(operation, status))
                            .as("%s %s", operation.method(), operation.path())
                            .isEqualTo(Integer.parseInt(status)));
        }
    }

    private int provoke(ApiDocument.Operation operation, String status) {
        made++;
        if (idle.isEmpty() || CHANGES_SOMETHING.contains(status)) {
            idle = Api.create(program, "release-idle-" + made);
        }
        return switch (status) {
            case "401" -> send(Api.anybody(), operation, body(operation));
            case "403" -> send(reader.request(), operation, body(operation));
            case "404" -> send(program.request(), operation, body(operation), path(operation, Api.nobody(), "nowhere"));
            case "406" -> send(program.request().accept("text/html"), operation, body(operation));
            case "409" -> conflict(operation);
            case "412" -> send(program.request().header("If-Match", "\"x\""), operation, body(operation));
            case "413" ->
                RawRequest.announcing(operation.method(), path(operation, active, "0"), program, 6 * 1024 * 1024);
            case "415" ->
                program.request()
                        .contentType("text/plain")
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .request(operation.method(), path(operation, idle, "0"))
                        .statusCode();
            case "422" -> keyUsed(operation);
            case "429" -> tooOften(operation);
            default -> other(operation, status);
        };
    }

    private int other(ApiDocument.Operation operation, String status) {
        return switch (status) {
            case "304" -> {
                var path = path(operation, active, "0");
                yield program.request()
                        .header("If-None-Match", program.get(path).header("ETag"))
                        .get(path)
                        .statusCode();
            }
            case "400" -> {
                var query = WRONG_QUERIES.getOrDefault(id(operation), "");
                var read = operation.method().equals("GET") ? active : idle;
                var path = path(operation, read, "0").replace("action_id=start", "action_id=x") + query;
                yield send(program.request(), operation, "nonsense", path);
            }
            default -> {
                var read = operation.method().equals("GET") ? active : idle;
                yield send(program.request(), operation, body(operation), path(operation, read, "0"));
            }
        };
    }

    private int conflict(ApiDocument.Operation operation) {
        return operation.method().equals("GET")
                ? lost(operation)
                : send(program.request(), operation, body(operation), path(operation, active, "0"));
    }

    /** An execution that is said to be in the archive is not there. */
    private int lost(ApiDocument.Operation operation) {
        var execution = Long.parseLong(record);
        Rows.change("update execution set archived_at = now(), emptied = true where id = ?1", execution);
        var status = send(program.request(), operation, "");
        Rows.change("update execution set archived_at = null, emptied = false where id = ?1", execution);
        return status;
    }

    private int keyUsed(ApiDocument.Operation operation) {
        var key = "key-" + made;
        send(program.request().header("Idempotency-Key", key), operation, body(operation));
        return send(program.request().header("Idempotency-Key", key), operation, body(operation) + " ");
    }

    /** The bucket fills again while the request is on its way, so it is emptied until one comes too early. */
    private int tooOften(ApiDocument.Operation operation) {
        return Stream.generate(() -> {
                    assertThat(Stream.generate(() -> limit.count(busyToken)).anyMatch(OptionalLong::isPresent))
                            .isTrue();
                    return send(busy.request(), operation, body(operation));
                })
                .limit(20)
                .filter(status -> status == 429)
                .findFirst()
                .orElse(0);
    }

    private int send(RequestSpecification request, ApiDocument.Operation operation, String body) {
        return send(request, operation, body, path(operation, operation.method().equals("GET") ? active : idle, "0"));
    }

    private static int send(RequestSpecification request, ApiDocument.Operation operation, String body, String path) {
        var hasBody = List.of("POST", "PUT").contains(operation.method());
        Response answer = hasBody
                ? request.contentType(type(operation))
                        .body(bytes(operation, body))
                        .request(operation.method(), path)
                : request.request(operation.method(), path);
        return answer.statusCode();
    }

    private static String type(ApiDocument.Operation operation) {
        return id(operation).equals("uploadSource") ? "application/octet-stream" : Program.JSON;
    }

    private static byte[] bytes(ApiDocument.Operation operation, String body) {
        return id(operation).equals("uploadSource") && body.equals("{}")
                ? Zip.of(Zip.SMALL)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private String path(ApiDocument.Operation operation, String pipeline, String project) {
        var query = id(operation).equals("actOnPipeline") ? "?action_id=start" : "";
        return operation
                        .path()
                        .replace("{project_id}", project)
                        .replace("{pipeline_id}", pipeline)
                        .replace("{record_id}", record)
                        .replace("{task_name}", "bkdi55")
                + query;
    }

    private static String id(ApiDocument.Operation operation) {
        return operation.operation().get("operationId").asText();
    }

    /** What is right to send, with a name that nothing has. */
    private String body(ApiDocument.Operation operation) {
        return switch (id(operation)) {
            case "createPipeline", "editPipeline" -> Api.DOCUMENTED.replace("gn7mre", "new-" + made);
            case "clonePipeline" -> "{\"name\":\"release-copy-%d\"}".formatted(made);
            case "createHooks", "replaceHooks" -> "{\"strategy_type\":0}";
            case "parseTemplatePackage" ->
                "{\"sources\":[{\"template_source\":{\"storage\":\"http\",\"url\":\"%s\"}}]}"
                        .formatted(files.address("/shop.zip"));
            default -> "{}";
        };
    }
}
