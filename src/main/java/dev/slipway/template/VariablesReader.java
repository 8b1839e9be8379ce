package dev.slipway.template;

import dev.slipway.yaml.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reads which variables a component has: {@code variables.yaml} declares them, {@code values.yaml} gives them other defaults. */
final class VariablesReader {

    private final Remarks remarks;
    private final SortedMap<String, byte[]> files;
    private final String directory;
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    VariablesReader(Remarks remarks, SortedMap<String, byte[]> files, String directory) {
        this.remarks = remarks;
        this.files = files;
        this.directory = directory;
    }

    Map<String, Variable> read() {
        var declarations = directory + "variables.yaml";
        file(declarations).ifPresent(root -> {
            remarks.unknown(declarations, root, "variable");
            remarks.map(declarations, root, "variable")
                    .ifPresent(all -> all.fields().forEach((name, tree) -> declare(declarations, name, tree)));
        });
        var values = directory + "values.yaml";
        file(values).ifPresent(all -> all.fields().forEach((name, tree) -> value(values, name, tree)));
        return variables;
    }

    private Optional<Tree.Fields> file(String path) {
        return Optional.ofNullable(files.get(path)).flatMap(content -> remarks.map(path, content));
    }

    private void declare(String file, String name, Tree tree) {
        if (isName(file, name, tree)) {
            remarks.asMap(file, tree, name).ifPresent(fields -> {
                remarks.unknown(file, fields, "type", "default", "description");
                var type = type(file, fields);
                var value = Optional.ofNullable(fields.fields().get("default"));
                var description = remarks.text(file, fields, "description").map(Tree.Scalar::text);
                variables.put(name, new Variable(name, type, value.map(Json::of).orElse(""), description.orElse("")));
            });
        }
    }

    private String type(String file, Tree.Fields fields) {
        var written = remarks.text(file, fields, "type");
        var type = written.map(Tree.Scalar::text).orElse("string").replace(" ", "");
        if (!Variable.isKnown(type)) {
            remarks.leftOut(
                    file,
                    written.map(Tree.Scalar::line).orElse(fields.line()),
                    "The type %s is not understood; its value is taken as it is. Understood are %s."
                            .formatted(type, Variable.KNOWN_TYPES));
        }
        return type;
    }

    private void value(String file, String name, Tree tree) {
        if (isName(file, name, tree)) {
            var declared = variables.getOrDefault(name, new Variable(name, "string", "", ""));
            variables.put(name, new Variable(name, declared.type(), Json.of(tree), declared.description()));
        }
    }

    private boolean isName(String file, String name, Tree tree) {
        var fits = name.matches(Placeholders.NAME);
        if (!fits) {
            remarks.wrong(
                    file,
                    tree.line(),
                    "A variable can't be called \"%s\". Names are up to 64 letters, digits, _, . and -, a letter or _ first."
                            .formatted(name));
        }
        return fits;
    }
}
