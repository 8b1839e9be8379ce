package dev.slipway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that is read leniently: fields that nobody asks for are ignored, null is as good as missing, and what is of
 * the wrong type is a problem at its path.
 */
record Node(JsonNode json, String path, Problems problems) {

    /** The body of a request. */
    static Node body(byte[] body, Problems problems) {
        var json = Json.read(body);
        var root = new Node(json, "", problems);
        root.refuseImpossibleText(json, "");
        if (!json.isObject()) {
            problems.add("", "The body must be an object.");
        }
        problems.refuse();
        return root;
    }

    /** PostgreSQL has no text with a zero in it, and half of a character is none. */
    private void refuseImpossibleText(JsonNode value, String at) {
        if (value.isTextual() && !isPossible(value.textValue())) {
            problems.add(at, "This text has a character that does not exist.");
        }
        value.properties().forEach(field -> {
            if (!isPossible(field.getKey())) {
                problems.add(at, "A name has a character that does not exist.");
            } else {
                refuseImpossibleText(field.getValue(), at.isEmpty() ? field.getKey() : at + "." + field.getKey());
            }
        });
        if (value.isArray()) {
            for (int index = 0; index < value.size(); index++) {
                refuseImpossibleText(value.get(index), "%s[%d]".formatted(at, index));
            }
        }
    }

    private static boolean isPossible(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    Node get(String field) {
        var value = json.get(field);
        return new Node(
                value == null || value.isNull() ? MissingNode.getInstance() : value,
                path.isEmpty() ? field : path + "." + field,
                problems);
    }

    boolean isMissing() {
        return json.isMissingNode();
    }

    void wrong(String sentence) {
        problems.add(path, sentence);
    }

    /** Something is wrong at a path that begins inside it. */
    void wrongAt(String inner, String sentence) {
        problems.add(path + "." + inner, sentence);
    }

    /** The same, where it must not be missing. */
    Node mandatory() {
        if (isMissing()) {
            wrong("This field is mandatory.");
        }
        return this;
    }

    /** A text; empty where it is missing. */
    String text() {
        if (!isMissing() && !json.isTextual()) {
            wrong("This must be a text.");
        }
        return json.isTextual() ? json.textValue() : "";
    }

    /** A whole number; null where it is missing. */
    @Nullable
    Integer number() {
        // 8.0 is a whole number: ServiceStage itself answers so.
        if (json.isNumber() && json.canConvertToExactIntegral() && json.canConvertToInt()) {
            return json.intValue();
        }
        if (!isMissing()) {
            wrong("This must be a whole number.");
        }
        return null;
    }

    /** A list; empty where it is missing. */
    List<Node> items() {
        if (!isMissing() && !json.isArray()) {
            wrong("This must be a list.");
        }
        var items = new ArrayList<Node>();
        if (json.isArray()) {
            json.forEach(item -> items.add(new Node(item, "%s[%d]".formatted(path, items.size()), problems)));
        }
        return items;
    }

    /** A list of objects; empty where it is missing. */
    List<Node> objects() {
        return items().stream().filter(Node::isObject).toList();
    }

    private boolean isObject() {
        if (!json.isObject()) {
            wrong("This must be an object.");
        }
        return json.isObject();
    }

    /** A list of texts; empty where it is missing. */
    List<String> texts() {
        return items().stream().map(Node::text).toList();
    }

    /** An object as a map without what is null; empty where it is missing. */
    Map<String, Object> map() {
        if (!isMissing() && isObject()) {
            return values(json);
        }
        return Map.of();
    }

    private static Map<String, Object> values(JsonNode object) {
        var values = new LinkedHashMap<String, Object>();
        object.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                values.put(field.getKey(), value(field.getValue()));
            }
        });
        return values;
    }

    private static Object value(JsonNode value) {
        if (value.isObject()) {
            return values(value);
        }
        if (value.isArray()) {
            var items = new ArrayList<>();
            value.forEach(item -> items.add(value(item)));
            return items;
        }
        if (value.isNumber()) {
            // 8.0 is a whole number here, too.
            return value.canConvertToExactIntegral() && value.canConvertToInt()
                    ? (Object) value.intValue()
                    : value.numberValue();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.asText("");
    }
}
