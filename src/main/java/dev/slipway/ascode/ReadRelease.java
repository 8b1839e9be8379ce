package dev.slipway.ascode;

import dev.slipway.release.Definition;
import dev.slipway.release.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a file says.
 *
 * @param definition the release task, as far as it could be read
 * @param problems what is wrong with the file itself, by line
 * @param lines on which line each part of the definition is, by its path
 */
record ReadRelease(Definition definition, List<FileProblem> problems, Map<String, Integer> lines) {

    /** The problems of a definition, on the lines of the file. */
    List<FileProblem> onLines(List<Problem> found) {
        return found.stream()
                .map(problem -> new FileProblem(line(problem.path()), message(problem)))
                .sorted(Comparator.comparingInt(FileProblem::line))
                .toList();
    }

    /** The line of a path, or of the nearest part around it that the file has. */
    private int line(String path) {
        return lines.getOrDefault(nearest(path), 1);
    }

    /** What the file does not have has no line of its own, so it is named. */
    private String message(Problem problem) {
        var missing = problem.path().substring(nearest(problem.path()).length()).replaceFirst("^\\.", "");
        return missing.isEmpty() ? problem.message() : missing + ": " + problem.message();
    }

    private String nearest(String path) {
        var part = path;
        while (!part.isEmpty() && !lines.containsKey(part)) {
            part = around(part);
        }
        return part;
    }

    private static String around(String path) {
        var end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return end < 0 ? "" : path.substring(0, end);
    }
}
