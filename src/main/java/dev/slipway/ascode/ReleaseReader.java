package dev.slipway.ascode;

import dev.slipway.execution.FailMode;
import dev.slipway.release.Definition;
import dev.slipway.yaml.BadYaml;
import dev.slipway.yaml.Tree;
import dev.slipway.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads a release task from YAML. Whatever the file is, what comes out are problems with their lines, never an exception. */
final class ReleaseReader {

    private final List<FileProblem> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private ReleaseReader() {}

    static ReadRelease read(String text) {
        var reader = new ReleaseReader();
        var definition = reader.file(text);
        return new ReadRelease(definition, List.copyOf(reader.problems), Map.copyOf(reader.lines));
    }

    private Definition file(String text) {
        try {
            var documents = YamlReader.read(text);
            if (documents.size() != 1) {
                problem(1, "The file must have one document, and has %d.".formatted(documents.size()));
                return empty();
            }
            return release(documents.get(0));
        } catch (BadYaml e) {
            problem(e.line(), String.valueOf(e.getMessage()));
            return empty();
        }
    }

    private static Definition empty() {
        return new Definition("", "", FailMode.STOP, List.of());
    }

    private Definition release(Tree tree) {
        var fields = fields(tree, "the file", "", ReleaseWriter.FILE_FIELDS);
        format(fields.get("slipway"), tree.line());
        return new Definition(
                text(fields.get("name"), "name"),
                text(fields.get("description"), "description"),
                truth(fields.get("bestEffort"), "bestEffort") ? FailMode.CONTINUE : FailMode.STOP,
                items(fields.get("phases"), "phases", this::phase));
    }

    private void format(@Nullable Tree tree, int line) {
        if (tree == null) {
            problem(
                    line,
                    "The file does not say its format. Begin it with \"slipway: %d\".".formatted(ReleaseWriter.FORMAT));
        } else if (!(tree instanceof Tree.Scalar scalar)
                || !scalar.text().equals(String.valueOf(ReleaseWriter.FORMAT))) {
            problem(tree.line(), "This Slipway knows format %d only.".formatted(ReleaseWriter.FORMAT));
        }
    }

    private Definition.Phase phase(Tree tree, String path) {
        var fields = fields(tree, "a phase", path, ReleaseWriter.PHASE_FIELDS);
        return new Definition.Phase(
                text(fields.get("key"), path + ".name"),
                text(fields.get("name"), path + ".displayName"),
                items(fields.get("groups"), path + ".groups", this::group));
    }

    private Definition.Group group(Tree tree, String path) {
        var fields = fields(tree, "a group", path, ReleaseWriter.GROUP_FIELDS);
        return new Definition.Group(items(fields.get("tasks"), path + ".tasks", this::task));
    }

    private Definition.Task task(Tree tree, String path) {
        var fields = fields(tree, "a task", path, ReleaseWriter.TASK_FIELDS);
        return new Definition.Task(
                text(fields.get("key"), path + ".name"),
                text(fields.get("name"), path + ".displayName"),
                text(fields.get("type"), path + ".type"),
                input(fields.get("input"), path + ".input"),
                number(fields.get("timeLimitSeconds"), path + ".timeLimitSeconds"));
    }

    private Map<String, Object> input(@Nullable Tree tree, String path) {
        if (tree == null || value(tree, path) instanceof Map<?, ?>) {
            return tree instanceof Tree.Fields map ? values(map, path) : Map.of();
        }
        problem(tree.line(), "The input of a task must be a map, not %s.".formatted(tree.kind()));
        return Map.of();
    }

    private @Nullable Object value(Tree tree, String path) {
        lines.put(path, tree.line());
        if (tree instanceof Tree.Fields map) {
            return values(map, path);
        }
        if (tree instanceof Tree.Items list) {
            var values = new ArrayList<>();
            for (int index = 0; index < list.items().size(); index++) {
                var value = value(list.items().get(index), "%s[%d]".formatted(path, index));
                values.add(value == null ? "" : value);
            }
            return values;
        }
        return scalar((Tree.Scalar) tree);
    }

    private Map<String, Object> values(Tree.Fields map, String path) {
        var values = new LinkedHashMap<String, Object>();
        map.fields().forEach((name, inner) -> {
            var value = value(inner, path + "." + name);
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    private static @Nullable Object scalar(Tree.Scalar scalar) {
        return switch (scalar.means()) {
            case TEXT, QUOTED, FRACTION -> scalar.text();
            case TRUTH -> isTrue(scalar);
            case NOTHING -> null;
            case WHOLE_NUMBER ->
                scalar.text().matches("-?[0-9]{1,9}") ? (Object) Integer.valueOf(scalar.text()) : scalar.text();
        };
    }

    private static boolean isTrue(Tree.Scalar scalar) {
        return List.of("true", "yes", "on").contains(scalar.text().toLowerCase(Locale.ROOT));
    }

    private Map<String, Tree> fields(Tree tree, String what, String path, List<String> known) {
        lines.put(path, tree.line());
        if (!(tree instanceof Tree.Fields map)) {
            problem(
                    tree.line(),
                    "Here must be %s with the fields %s, not %s."
                            .formatted(what, String.join(", ", known), tree.kind()));
            return Map.of();
        }
        map.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                problem(
                        value.line(),
                        "There is no field %s in %s. There are: %s.".formatted(name, what, String.join(", ", known)));
            }
        });
        return map.fields();
    }

    private <T> List<T> items(@Nullable Tree tree, String path, BiFunction<Tree, String, T> read) {
        if (tree == null) {
            return List.of();
        }
        lines.put(path, tree.line());
        if (!(tree instanceof Tree.Items list)) {
            problem(tree.line(), "Here must be a list, not %s.".formatted(tree.kind()));
            return List.of();
        }
        var items = new ArrayList<T>();
        for (int index = 0; index < list.items().size(); index++) {
            items.add(read.apply(list.items().get(index), "%s[%d]".formatted(path, index)));
        }
        return items;
    }

    private String text(@Nullable Tree tree, String path) {
        if (tree == null) {
            return "";
        }
        lines.put(path, tree.line());
        if (tree instanceof Tree.Scalar scalar) {
            return scalar.text();
        }
        problem(tree.line(), "Here must be a text, not %s.".formatted(tree.kind()));
        return "";
    }

    private boolean truth(@Nullable Tree tree, String path) {
        if (tree == null) {
            return false;
        }
        lines.put(path, tree.line());
        if (tree instanceof Tree.Scalar scalar && scalar.means() == Tree.Kind.TRUTH) {
            return isTrue(scalar);
        }
        problem(tree.line(), "Here must be true or false.");
        return false;
    }

    private @Nullable Integer number(@Nullable Tree tree, String path) {
        if (tree == null) {
            return null;
        }
        lines.put(path, tree.line());
        if (tree instanceof Tree.Scalar scalar && scalar(scalar) instanceof Integer number) {
            return number;
        }
        problem(tree.line(), "Here must be a whole number.");
        return null;
    }

    private void problem(int line, String message) {
        problems.add(new FileProblem(line, message));
    }
}
