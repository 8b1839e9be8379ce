package dev.slipway.release;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.slipway.catalog.Environment;
import dev.slipway.tasktype.Specs;
import dev.slipway.upload.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether tasks say to their environments what these understand, and name archives that are there. An environment that is
 * not there yet may come later.
 */
@ApplicationScoped
public class EnvironmentRules {

    private final Specs specs;
    private final Uploads uploads;

    EnvironmentRules(Specs specs, Uploads uploads) {
        this.specs = specs;
        this.uploads = uploads;
    }

    /** What is wrong with a definition in a place; empty if nothing is. */
    @Transactional
    public List<Problem> check(ReleaseTask.Home home, Definition definition) {
        var there = there(home, definition.tasks());
        var problems = new ArrayList<Problem>();
        for (int phase = 0; phase < definition.phases().size(); phase++) {
            var groups = definition.phases().get(phase).groups();
            for (int group = 0; group < groups.size(); group++) {
                var tasks = groups.get(group).tasks();
                for (int task = 0; task < tasks.size(); task++) {
                    var path = "phases[%d].groups[%d].tasks[%d].".formatted(phase, group, task);
                    check(there, tasks.get(task))
                            .map(problem -> new Problem(path + problem.path(), problem.message()))
                            .ifPresent(problems::add);
                }
            }
        }
        return problems;
    }

    /** What is wrong with a task in a place; the path begins inside it. */
    @Transactional
    public Optional<Problem> checkTask(ReleaseTask.Home home, Definition.Task task) {
        return check(there(home, Stream.of(task)), task);
    }

    /**
     * What a place has.
     *
     * @param kinds of its environments, by their names
     * @param uploads the references of archives that tasks name and that are there
     */
    private record There(Map<String, String> kinds, Set<String> uploads) {}

    private There there(ReleaseTask.Home home, Stream<Definition.Task> tasks) {
        var kinds = Environment.of(home.projectId(), home.regionId()).stream()
                .collect(toMap(Environment::name, Environment::kind));
        var named = tasks.flatMap(task -> upload(task).stream()).collect(toSet());
        return new There(kinds, uploads.known(home.projectId(), named));
    }

    private static Optional<String> upload(Definition.Task task) {
        return task.input().get("kubernetes") instanceof Map<?, ?> part && part.get("upload") instanceof String upload
                ? Optional.of(upload)
                : Optional.empty();
    }

    private Optional<Problem> check(There there, Definition.Task task) {
        return Optional.ofNullable(task.input().get("environment"))
                .map(name -> there.kinds().get(name.toString()))
                .flatMap(kind -> specs.misplaced(task.input(), kind))
                .map(problem -> new Problem(problem.field(), problem.message()))
                .or(() -> missing(there, task));
    }

    private static Optional<Problem> missing(There there, Definition.Task task) {
        return upload(task)
                .filter(upload -> !there.uploads().contains(upload))
                .map(upload -> new Problem(
                        "input.kubernetes.upload", "The project has no such archive (any more). Upload it again."));
    }
}
