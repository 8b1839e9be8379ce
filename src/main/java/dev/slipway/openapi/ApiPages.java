package dev.slipway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Draws the document as a page, once. */
@ApplicationScoped
class ApiPages {

    private static final String EXTENSION = "x-slipway-extension";
    private static final String RESPONSES = "#/components/responses/";

    private final ApiDocument document;
    private final Examples examples;
    private final ApiPage page;

    ApiPages(ApiDocument document, Examples examples) {
        this.document = document;
        this.examples = examples;
        this.page = draw();
    }

    ApiPage page() {
        return page;
    }

    private ApiPage draw() {
        var tree = document.tree();
        var errors = tree.at("/components/responses").properties().stream()
                .filter(response -> isError(response.getValue()))
                .map(response -> answer("", response.getKey(), response.getValue()))
                .toList();
        var schemas = tree.at("/components/schemas").properties().stream()
                .map(schema -> schema(schema.getKey(), schema.getValue()))
                .toList();
        return new ApiPage(
                ApiDocument.items(tree.get("tags")).stream().map(this::group).toList(), errors, schemas);
    }

    /** Every error has the same shape, and what is none has another. */
    private static boolean isError(JsonNode response) {
        return TypeWords.nameOf(schemaOf(response)).endsWith("Error");
    }

    /** The schema of what is sent or answered in the first place; missing if nothing is. */
    private static JsonNode schemaOf(JsonNode message) {
        return ApiDocument.items(message.path("content")).stream()
                .findFirst()
                .map(media -> media.path("schema"))
                .orElse(MissingNode.getInstance());
    }

    private ApiPage.Group group(JsonNode tag) {
        var name = tag.get("name").asText();
        return new ApiPage.Group(
                "group-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'),
                name,
                tag.get("description").asText(),
                document.operations().stream()
                        .filter(each -> each.operation().at("/tags/0").asText().equals(name))
                        .map(this::operation)
                        .toList());
    }

    private ApiPage.Operation operation(ApiDocument.Operation described) {
        var operation = described.operation();
        var body = schemaOf(document.resolved(operation.path("requestBody")));
        return new ApiPage.Operation(
                operation.get("operationId").asText(),
                described.method(),
                described.path(),
                operation.get("summary").asText(),
                operation.path("description").asText(),
                operation.path(EXTENSION).asBoolean(),
                document.parameters(described).stream().map(ApiPages::parameter).toList(),
                body.isMissingNode() ? null : TypeWords.of(body),
                examples.curls(described),
                answers(operation).filter(answer -> answer.anchor().isEmpty()).toList(),
                answers(operation).filter(answer -> !answer.anchor().isEmpty()).toList());
    }

    private static ApiPage.Field parameter(JsonNode parameter) {
        return field(parameter.get("name").asText(), parameter.get("in").asText(), parameter);
    }

    private static ApiPage.Field field(String name, String in, JsonNode facts) {
        return new ApiPage.Field(
                name,
                in,
                TypeWords.of(facts.get("schema")),
                facts.path("required").asBoolean(),
                facts.path(EXTENSION).asBoolean(),
                facts.path("description").asText());
    }

    private Stream<ApiPage.Answer> answers(JsonNode operation) {
        return operation.get("responses").properties().stream().map(entry -> {
            var reference = entry.getValue().path("$ref").asText();
            var response = document.resolved(entry.getValue());
            var anchor = isError(response) ? reference.substring(RESPONSES.length()) : "";
            return answer(entry.getKey(), anchor, response);
        });
    }

    private ApiPage.Answer answer(String status, String anchor, JsonNode response) {
        var body = schemaOf(response);
        return new ApiPage.Answer(
                status,
                anchor,
                response.get("description").asText(),
                response.path("headers").properties().stream()
                        .map(header -> field(header.getKey(), "", document.resolved(header.getValue())))
                        .toList(),
                body.isMissingNode() ? null : TypeWords.of(body),
                examples.answers(response));
    }

    private static ApiPage.Schema schema(String name, JsonNode schema) {
        var required = ApiDocument.items(schema.path("required")).stream()
                .map(JsonNode::asText)
                .toList();
        var fields = schema.path("properties").properties().stream()
                .map(field -> new ApiPage.Field(
                        field.getKey(),
                        "",
                        TypeWords.of(field.getValue()),
                        required.contains(field.getKey()),
                        field.getValue().path(EXTENSION).asBoolean(),
                        field.getValue().path("description").asText()))
                .toList();
        return new ApiPage.Schema(
                name, schema.path("description").asText(), TypeWords.of(schema), fields, parts(schema));
    }

    private static List<String> parts(JsonNode schema) {
        return Stream.concat(
                        Stream.of(schema),
                        ApiDocument.items(schema.path("allOf")).stream().map(part -> part.at("/then/properties/input")))
                .map(TypeWords::nameOf)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
