package dev.slipway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.web.ConsoleConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** The examples of the document as text, those of requests as commands for a shell. */
@ApplicationScoped
class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiDocument document;
    private final String address;

    Examples(ApiDocument document, ConsoleConfig config) {
        this.document = document;
        this.address = config.url();
    }

    /** A command for each example of what is sent; one without a body where nothing is. */
    List<ApiPage.Example> curls(ApiDocument.Operation operation) {
        var bodies =
                document.resolved(operation.operation().path("requestBody")).path("content");
        if (bodies.isEmpty()) {
            var summary = operation.operation().get("summary").asText();
            return List.of(new ApiPage.Example(summary, command(operation, "")));
        }
        return bodies.properties().stream()
                .flatMap(media -> curls(operation, media.getKey(), media.getValue()))
                .toList();
    }

    private Stream<ApiPage.Example> curls(ApiDocument.Operation operation, String type, JsonNode media) {
        return media.path("examples").properties().stream().map(example -> {
            var facts = document.resolved(example.getValue());
            var text = "%s \\\n  -H 'Content-Type: %s' --data-binary '%s'"
                    .formatted(
                            command(operation, example.getKey()),
                            type,
                            text(facts.get("value")).replace("'", "'\\''"));
            return new ApiPage.Example(facts.get("summary").asText(), text);
        });
    }

    /** What is answered. */
    List<ApiPage.Example> answers(JsonNode response) {
        return ApiDocument.items(response.path("content")).stream()
                .flatMap(media -> media.path("examples").properties().stream())
                .map(example -> document.resolved(example.getValue()))
                .map(facts -> new ApiPage.Example(facts.get("summary").asText(), text(facts.get("value"))))
                .toList();
    }

    private String command(ApiDocument.Operation operation, String name) {
        var method = operation.method().equals("GET") ? "" : " -X " + operation.method();
        return "curl%s -H \"X-Auth-Token: $TOKEN\" '%s'".formatted(method, address(operation, name));
    }

    /** The address with its mandatory parameters; an example that has the name of a possible value is one of it. */
    private String address(ApiDocument.Operation operation, String name) {
        var path = operation.path();
        var query = new StringBuilder();
        for (var parameter : document.parameters(operation)) {
            var key = parameter.get("name").asText();
            var possible = ApiDocument.items(parameter.at("/schema/enum"));
            var isValue = possible.stream().anyMatch(value -> value.asText().equals(name));
            var value = isValue ? name : parameter.path("example").asText();
            path = path.replace("{%s}".formatted(key), value);
            if (parameter.get("in").asText().equals("query")
                    && parameter.path("required").asBoolean()) {
                query.append("?").append(key).append("=").append(value);
            }
        }
        return address + path + query;
    }

    /** JSON with line breaks; a text, such as a file, as it is. */
    private static String text(JsonNode value) {
        if (value.isTextual()) {
            return value.asText();
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
