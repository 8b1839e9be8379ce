package dev.slipway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.slipway.openapi.ApiDocument;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The document of the API, with the task type that only tests have, and what it says about a request and its answer. */
public final class DocumentedApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** What any address can answer, known or not. */
    private static final Map<Integer, String> ANYWHERE = Map.of(
            400, "BadRequest",
            401, "Unauthorized",
            403, "Forbidden",
            404, "NotFound",
            405, "MethodNotAllowed",
            406, "NotAcceptable",
            413, "TooLarge",
            415, "UnsupportedType",
            429, "TooManyRequests");

    private final ApiDocument document;
    private final JsonNode tree;
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    DocumentedApi(ApiDocument document) {
        this.document = document;
        this.tree = document.tree().deepCopy();
        ((ArrayNode) tree.at("/components/schemas/TaskType/enum")).add("scripted");
    }

    /** The operation that a request asks for; null if the document has none. */
    ApiDocument.@Nullable Operation operation(String method, String path) {
        var asked = method.equals("HEAD") ? "GET" : method;
        return document.routes().find(asked, path).orElse(null);
    }

    /** What the document says about a status of an operation; missing if nothing. */
    JsonNode answer(ApiDocument.@Nullable Operation operation, int status) {
        if (operation != null) {
            return resolved(operation.operation().path("responses").path(String.valueOf(status)));
        }
        return ANYWHERE.containsKey(status)
                ? tree.at("/components/responses/" + ANYWHERE.get(status))
                : MissingNode.getInstance();
    }

    /** What a reference leads to; anything else is what it is. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(tree.at(node.get("$ref").asText().substring(1))) : node;
    }

    /** What is wrong with a value. */
    public List<String> problems(JsonNode schema, JsonNode value) {
        return problems(schema, value, problem -> true);
    }

    /** What is wrong with the body of a request, whose unknown fields are ignored. */
    public List<String> problemsOfRequest(JsonNode schema, JsonNode value) {
        return problems(schema, value, problem -> !problem.getType().equals("additionalProperties"));
    }

    /** What is wrong with an answer that came past rest-assured. */
    public List<String> problemsOfAnswer(String method, String path, int status, JsonNode body) {
        var documented = answer(operation(method, path.replaceFirst("[?].*", "")), status);
        return problems(documented.at("/content/application~1json/schema"), body);
    }

    private List<String> problems(JsonNode schema, JsonNode value, Predicate<ValidationMessage> counts) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .filter(counts)
                .map(ValidationMessage::toString)
                .toList();
    }

    /** The schema as a document of its own, in which references lead to the same places as in the whole one. */
    private JsonSchema compile(JsonNode schema) {
        ObjectNode alone = JSON.createObjectNode();
        alone.putArray("allOf").add(schema);
        alone.set("components", tree.get("components"));
        return SCHEMAS.getSchema(alone, STRICT);
    }
}
