package dev.slipway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The OpenAPI document of the REST API, which does not change while Slipway runs. It is read when it is first asked for. */
@ApplicationScoped
public class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode tree = DocumentFiles.read();
    private final byte[] json = toJson(tree);
    private final Routes routes = new Routes(operations());

    private byte @Nullable [] yaml;

    /**
     * A method at an address.
     *
     * @param method in capitals
     * @param path with parameters in braces: {@code /v3/{project_id}/pipeline/pipelines}
     * @param shared the parameters of all operations of the path
     * @param operation what the document says about it
     */
    public record Operation(String method, String path, JsonNode shared, JsonNode operation) {}

    /** All operations, in the order of the document. */
    public List<Operation> operations() {
        return tree.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> new Operation(
                                member.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue().path("parameters"),
                                member.getValue())))
                .toList();
    }

    /** The document as a tree, which must not be changed. */
    public JsonNode tree() {
        return tree;
    }

    /** Which methods an address takes. */
    public Routes routes() {
        return routes;
    }

    byte[] json() {
        return json;
    }

    /** Written when it is first asked for, which seldom happens: no start should pay for it. */
    synchronized byte[] yaml() {
        if (yaml == null) {
            yaml = toYaml(tree);
        }
        return yaml;
    }

    /** What a reference leads to; anything else is what it is. */
    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref");
        return reference.isTextual() ? resolved(tree.at(reference.textValue().substring(1))) : node;
    }

    /** The parameters of an operation: those of its path first. */
    List<JsonNode> parameters(Operation operation) {
        return Stream.of(operation.shared(), operation.operation().path("parameters"))
                .flatMap(list -> items(list).stream())
                .map(this::resolved)
                .toList();
    }

    static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static byte[] toJson(JsonNode tree) {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] toYaml(JsonNode tree) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options).dump(JSON.convertValue(tree, Object.class)).getBytes(StandardCharsets.UTF_8);
    }
}
