package dev.slipway.ascode;

import dev.slipway.execution.FailMode;
import dev.slipway.release.Definition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes a release task as YAML, in the format that {@code src/docs/release-task.schema.json} describes. The same release
 * task gives the same bytes, so that a file can be kept under version control.
 */
final class ReleaseWriter {

    /** The version of the format. */
    static final int FORMAT = 1;

    /** The fields that a file, a phase, a group and a task may have. */
    static final List<String> FILE_FIELDS = List.of("slipway", "name", "description", "bestEffort", "phases");

    static final List<String> PHASE_FIELDS = List.of("key", "name", "groups");
    static final List<String> GROUP_FIELDS = List.of("tasks");
    static final List<String> TASK_FIELDS = List.of("key", "name", "type", "timeLimitSeconds", "input");

    private ReleaseWriter() {}

    static String write(Definition definition) {
        var file = new LinkedHashMap<String, Object>();
        file.put("slipway", FORMAT);
        file.put("name", definition.name());
        if (!definition.description().isEmpty()) {
            file.put("description", definition.description());
        }
        file.put("bestEffort", definition.failMode() == FailMode.CONTINUE);
        file.put(
                "phases", definition.phases().stream().map(ReleaseWriter::phase).toList());
        return yaml().dump(file);
    }

    private static Yaml yaml() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setIndent(2);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setWidth(120);
        options.setSplitLines(false);
        options.setAllowUnicode(true);
        // The same value twice is written twice: the reader takes no aliases.
        options.setDereferenceAliases(true);
        return new Yaml(options);
    }

    private static Map<String, Object> phase(Definition.Phase phase) {
        var written = new LinkedHashMap<String, Object>();
        written.put("key", phase.name());
        written.put("name", phase.displayName());
        written.put("groups", phase.groups().stream().map(ReleaseWriter::group).toList());
        return written;
    }

    private static Map<String, Object> group(Definition.Group group) {
        return Map.of("tasks", group.tasks().stream().map(ReleaseWriter::task).toList());
    }

    private static Map<String, Object> task(Definition.Task task) {
        var written = new LinkedHashMap<String, Object>();
        written.put("key", task.name());
        written.put("name", task.displayName());
        written.put("type", task.type());
        var limit = task.timeLimitSeconds();
        if (limit != null) {
            written.put("timeLimitSeconds", limit);
        }
        written.put("input", sorted(task.input()));
        return written;
    }

    /** Maps in the order of their keys, however deep: what JSON columns keep has no order. */
    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            var sorted = new TreeMap<String, Object>();
            map.forEach((key, inner) -> {
                if (inner != null) {
                    sorted.put(String.valueOf(key), sorted(inner));
                }
            });
            return sorted;
        }
        return value instanceof Collection<?> list
                ? list.stream().map(ReleaseWriter::sorted).toList()
                : value;
    }

    /** The name of its file. */
    static String fileName(Definition definition) {
        return definition.name() + ".yaml";
    }
}
