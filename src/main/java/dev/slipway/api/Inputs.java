package dev.slipway.api;

import dev.slipway.tasktype.Field;
import dev.slipway.tasktype.InvalidInput;
import dev.slipway.tasktype.TaskTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leaves out of an input what its task type does not know, as ServiceStage's clients expect of any field. */
@ApplicationScoped
class Inputs {

    private final TaskTypes types;

    Inputs(TaskTypes types) {
        this.types = types;
    }

    /** The known part of the input of a task, whose values must be of the kinds that its type asks for. */
    Map<String, Object> read(String type, Node task) {
        var known = known(type, task.get("input").map());
        types.wrongKind(type, known).ifPresent(wrong -> task.wrongAt(wrong.field(), wrong.message()));
        return known;
    }

    /** The known part of an input; all of it where the type itself is unknown, which others complain about. */
    private Map<String, Object> known(String type, Map<String, Object> input) {
        List<String> fields;
        try {
            fields = types.fields(type).stream().map(Field::path).toList();
        } catch (InvalidInput unknownType) {
            return input;
        }
        return known(fields, "", input);
    }

    private static Map<String, Object> known(List<String> fields, String prefix, Map<?, ?> input) {
        var known = new LinkedHashMap<String, Object>();
        input.forEach((name, value) -> {
            var path = prefix + name;
            if (fields.contains(path)) {
                known.put(String.valueOf(name), value);
            } else if (fields.stream().anyMatch(field -> field.startsWith(path + "."))) {
                known.put(
                        String.valueOf(name), value instanceof Map<?, ?> map ? known(fields, path + ".", map) : value);
            }
        });
        return known;
    }
}
