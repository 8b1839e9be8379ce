package dev.slipway.template;

import dev.slipway.yaml.Tree;
import java.util.stream.Collectors;

/** Writes a tree as a user could type it: a text as it is, lists and maps as JSON. */
final class Json {

    private Json() {}

    static String of(Tree tree) {
        return tree instanceof Tree.Scalar scalar ? scalar.text() : inner(tree);
    }

    private static String inner(Tree tree) {
        if (tree instanceof Tree.Items list) {
            return list.items().stream().map(Json::inner).collect(Collectors.joining(", ", "[", "]"));
        }
        if (tree instanceof Tree.Fields map) {
            return map.fields().entrySet().stream()
                    .map(entry -> quoted(entry.getKey()) + ": " + inner(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return quoted(((Tree.Scalar) tree).text());
    }

    private static String quoted(String text) {
        var escaped = text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return "\"" + escaped + "\"";
    }
}
