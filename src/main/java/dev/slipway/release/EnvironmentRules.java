package dev.slipway.release;

import static java.util.stream.Collectors.toMap;

import dev.slipway.catalog.Environment;
import dev.slipway.tasktype.Specs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether tasks say to their environments what these understand. An environment that is not there yet may come later. */
@ApplicationScoped
public class EnvironmentRules {

    private final Specs specs;

    EnvironmentRules(Specs specs) {
        this.specs = specs;
    }

    /** What is wrong with a definition in a place; empty if nothing is. */
    @Transactional
    public List<Problem> check(ReleaseTask.Home home, Definition definition) {
        var kinds = kinds(home);
        var problems = new ArrayList<Problem>();
        for (int phase = 0; phase < definition.phases().size(); phase++) {
            var groups = definition.phases().get(phase).groups();
            for (int group = 0; group < groups.size(); group++) {
                var tasks = groups.get(group).tasks();
                for (int task = 0; task < tasks.size(); task++) {
                    var path = "phases[%d].groups[%d].tasks[%d].".formatted(phase, group, task);
                    check(kinds, tasks.get(task))
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
        return check(kinds(home), task);
    }

    private Optional<Problem> check(Map<String, String> kinds, Definition.Task task) {
        return Optional.ofNullable(task.input().get("environment"))
                .map(name -> kinds.get(name.toString()))
                .flatMap(kind -> specs.misplaced(task.input(), kind))
                .map(problem -> new Problem(problem.field(), problem.message()));
    }

    private static Map<String, String> kinds(ReleaseTask.Home home) {
        return Environment.of(home.projectId(), home.regionId()).stream()
                .collect(toMap(Environment::name, Environment::kind));
    }
}
