package dev.slipway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Puts the document together of its files; the inputs of task types are those of the schema of release tasks as files. */
final class DocumentFiles {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEFINITIONS = "#/$defs/";
    private static final String SCHEMAS = "#/components/schemas/";

    /** What files have instead of the stages and tasks of the API. */
    private static final Set<String> ONLY_IN_FILES = Set.of("phase", "group", "task");

    private DocumentFiles() {}

    /** The whole document, OpenAPI 3.1. */
    static ObjectNode read() {
        ObjectNode document = yaml("openapi/openapi.yaml");
        ObjectNode components = yaml("openapi/components.yaml");
        var schemas = (ObjectNode) components.get("schemas");
        json("release-task.schema.json").get("$defs").properties().stream()
                .filter(definition -> !ONLY_IN_FILES.contains(definition.getKey()))
                .forEach(definition -> schemas.set(nameOf(definition.getKey()), moved(definition.getValue())));
        document.set("components", components);
        return document;
    }

    /** {@code create_component} is {@code CreateComponentInput}. */
    private static String nameOf(String definition) {
        return Arrays.stream(definition.split("_", -1))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Input";
    }

    /** The same with references that lead to where the definitions are in the document. */
    private static JsonNode moved(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            var moved = JSON.createObjectNode();
            object.properties().forEach(field -> moved.set(field.getKey(), moved(field.getValue())));
            var reference = object.path("$ref").asText();
            if (reference.startsWith(DEFINITIONS)) {
                moved.put("$ref", SCHEMAS + nameOf(reference.substring(DEFINITIONS.length())));
            }
            return moved;
        }
        if (schema instanceof ArrayNode array) {
            var moved = JSON.createArrayNode();
            array.forEach(item -> moved.add(moved(item)));
            return moved;
        }
        return schema;
    }

    private static ObjectNode yaml(String name) {
        try (var file = open(name)) {
            return JSON.valueToTree(new Yaml(new SafeConstructor(new LoaderOptions())).load(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String name) {
        try (var file = open(name)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException("There is no file " + name);
        }
        return file;
    }
}
