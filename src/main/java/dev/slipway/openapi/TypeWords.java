package dev.slipway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in words what a schema takes; references become the name of what they lead to. */
final class TypeWords {

    private static final String SCHEMAS = "#/components/schemas/";

    private static final Map<String, String> RULES = Map.of(
            "format", "format %s",
            "pattern", "pattern %s",
            "minimum", "at least %s",
            "maximum", "at most %s",
            "minLength", "%s or more characters",
            "maxLength", "at most %s characters",
            "minItems", "%s or more items",
            "maxItems", "at most %s items",
            "default", "default %s");

    private TypeWords() {}

    /** The name of the schema that a reference leads to; empty where there is none. */
    static String nameOf(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : "";
    }

    static ApiPage.Type of(JsonNode schema) {
        if (!nameOf(schema).isEmpty()) {
            return new ApiPage.Type("", nameOf(schema), "");
        }
        if (schema.has("anyOf")) {
            var first = of(schema.get("anyOf").get(0));
            return new ApiPage.Type(first.before(), first.schema(), first.after() + " or null");
        }
        var words = kind(schema);
        if (schema.has("items")) {
            var items = of(schema.get("items"));
            return new ApiPage.Type(words + " of " + items.before(), items.schema(), items.after() + rules(schema));
        }
        if (schema.path("additionalProperties").isObject()) {
            var values = of(schema.get("additionalProperties"));
            return new ApiPage.Type(words + " of " + values.before(), values.schema(), values.after() + rules(schema));
        }
        return new ApiPage.Type(words + rules(schema), "", "");
    }

    private static String kind(JsonNode schema) {
        if (schema.has("const")) {
            return "always " + schema.get("const").asText();
        }
        if (schema.has("enum")) {
            return "one of " + texts(schema.get("enum"), ", ");
        }
        var type = schema.path("type");
        return type.isArray() ? texts(type, " or ") : type.asText("object");
    }

    private static String texts(JsonNode values, String between) {
        return ApiDocument.items(values).stream().map(JsonNode::asText).collect(Collectors.joining(between));
    }

    private static String rules(JsonNode schema) {
        List<String> rules = new ArrayList<>();
        schema.properties().stream()
                .filter(keyword -> RULES.containsKey(keyword.getKey()))
                .forEach(keyword -> rules.add(RULES.getOrDefault(keyword.getKey(), "%s")
                        .formatted(keyword.getValue().asText())));
        return rules.stream().map(rule -> ", " + rule).collect(Collectors.joining());
    }
}
