package dev.slipway.api;

import dev.slipway.release.Definition;
import dev.slipway.release.Problem;
import java.util.List;
import java.util.Map;

/**
 * What the stages of a body say.
 *
 * @param places where each phase and task of the definition is in the body, by its path in the definition
 */
record ReadDefinition(List<Definition.Phase> phases, Map<String, String> places) {

    private static final Map<String, String> NAMES = Map.of(
            "displayName", "display_name",
            "timeLimitSeconds", "time_limit_seconds",
            "type", "task_type",
            "phases", "stages");

    /** Says where in the body a problem of the definition is. */
    String place(Problem problem) {
        var path = problem.path();
        for (var start = path; !start.isEmpty(); start = around(start)) {
            var place = places.get(start);
            if (place != null) {
                return place + rest(path.substring(start.length()));
            }
        }
        return NAMES.getOrDefault(path, path);
    }

    /** Groups are no objects of their own here: what is wrong with one is wrong with the tasks of its stage. */
    private static String rest(String rest) {
        if (rest.startsWith(".groups")) {
            return ".tasks";
        }
        var name = rest.startsWith(".") ? rest.substring(1) : rest;
        return NAMES.containsKey(name) ? "." + NAMES.get(name) : rest;
    }

    private static String around(String path) {
        var end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return end < 0 ? "" : path.substring(0, end);
    }
}
