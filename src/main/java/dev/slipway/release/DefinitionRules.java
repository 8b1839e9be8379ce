package dev.slipway.release;

import dev.slipway.catalog.Names;
import dev.slipway.tasktype.TaskTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules that every release task follows, whoever writes it: editor, file, template package or REST. */
@ApplicationScoped
public class DefinitionRules {

    /** How long a description may be. */
    public static final int LONGEST_DESCRIPTION = 128;

    /** How many phases a release task may have [servicestage_03_0436]. */
    public static final int MOST_PHASES = 20;

    /** How many groups a phase may have. */
    public static final int MOST_GROUPS = 20;

    /** How many tasks a group may have. */
    public static final int MOST_TASKS_IN_GROUP = 50;

    /** How many tasks a release task may have. */
    public static final int MOST_TASKS = 5_000;

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_TIME_LIMIT = 30 * 24 * 3600;
    private static final String KEY = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

    private final TaskTypes types;

    DefinitionRules(TaskTypes types) {
        this.types = types;
    }

    /** What is wrong with a definition; empty if nothing is. */
    public List<Problem> check(Definition definition) {
        var found = new Check();
        found.basics(definition);
        found.phases(definition);
        return found.problems;
    }

    /** What is wrong with a task; paths begin inside it: {@code input.run.port}. */
    public List<Problem> checkTask(Definition.Task task) {
        var found = new Check();
        found.task(task, "task");
        return found.problems.stream()
                .map(problem -> new Problem(problem.path().substring("task.".length()), problem.message()))
                .toList();
    }

    /** What is wrong with a name; empty if nothing is. */
    public List<Problem> checkName(String name) {
        return name.matches(Names.RULE) ? List.of() : List.of(new Problem("name", Names.WRONG + "."));
    }

    private final class Check {

        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> keys = new HashSet<>();

        void basics(Definition definition) {
            problems.addAll(checkName(definition.name()));
            atMost(definition.description().length(), LONGEST_DESCRIPTION, "description", "characters");
        }

        void phases(Definition definition) {
            var phases = definition.phases();
            if (definition.tasks().findAny().isEmpty()) {
                problems.add(new Problem("phases", "Add at least one phase with a task."));
            }
            atMost(phases.size(), MOST_PHASES, "phases", "phases");
            atMost((int) definition.tasks().count(), MOST_TASKS, "phases", "tasks in all");
            for (int index = 0; index < phases.size(); index++) {
                phase(phases.get(index), "phases[%d]".formatted(index));
            }
        }

        private void phase(Definition.Phase phase, String path) {
            key(phase.name(), path);
            displayName(phase.displayName(), path, "the phase");
            atMost(phase.groups().size(), MOST_GROUPS, path + ".groups", "groups");
            if (phase.groups().isEmpty()) {
                problems.add(new Problem(path + ".groups", "Add a group with a task, or delete the phase."));
            }
            for (int index = 0; index < phase.groups().size(); index++) {
                group(phase.groups().get(index), "%s.groups[%d]".formatted(path, index));
            }
        }

        private void group(Definition.Group group, String path) {
            atMost(group.tasks().size(), MOST_TASKS_IN_GROUP, path + ".tasks", "tasks");
            if (group.tasks().isEmpty()) {
                problems.add(new Problem(path + ".tasks", "Add a task, or delete the group."));
            }
            for (int index = 0; index < group.tasks().size(); index++) {
                task(group.tasks().get(index), "%s.tasks[%d]".formatted(path, index));
            }
        }

        private void task(Definition.Task task, String path) {
            key(task.name(), path);
            displayName(task.displayName(), path, "the task");
            var limit = task.timeLimitSeconds();
            if (limit != null && (limit < 1 || limit > LONGEST_TIME_LIMIT)) {
                problems.add(new Problem(
                        path + ".timeLimitSeconds", "Enter a time limit from 1 second to 30 days (2592000 seconds)."));
            }
            types.problems(task.type(), task.input())
                    .forEach(problem -> problems.add(new Problem(path + "." + problem.field(), problem.message())));
        }

        private void key(String key, String path) {
            if (!key.isEmpty() && !key.matches(KEY)) {
                problems.add(new Problem(
                        path + ".name", "Enter a key of up to 64 letters, digits, _ and -, or leave it out."));
            } else if (!key.isEmpty() && !keys.add(key)) {
                problems.add(new Problem(path + ".name", "The key %s is used twice. Use each once.".formatted(key)));
            }
        }

        private void displayName(String name, String path, String what) {
            if (name.isBlank()) {
                problems.add(new Problem(path + ".displayName", "Enter a name for %s.".formatted(what)));
            }
            atMost(name.length(), LONGEST_NAME, path + ".displayName", "characters");
        }

        private void atMost(int number, int most, String path, String what) {
            if (number > most) {
                problems.add(new Problem(path, "%d %s are too many: at most %d.".formatted(number, what, most)));
            }
        }
    }
}
