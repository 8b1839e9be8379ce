package dev.slipway.execution;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A random release task: phases of groups of tasks. */
record PlayedDefinition(FailMode failMode, List<List<List<Task>>> phases) {

    /** A task of a random release task. */
    record Task(boolean checkpoint, boolean selected) {}

    boolean selectsSomething() {
        return phases.stream().flatMap(List::stream).flatMap(List::stream).anyMatch(Task::selected);
    }

    PlayedDefinition with(FailMode mode) {
        return new PlayedDefinition(mode, phases);
    }

    /** The same as a rollback has it: nobody is asked, and nothing keeps it from undoing the rest. */
    PlayedDefinition undone() {
        var tasks = phases.stream()
                .map(groups -> groups.stream()
                        .map(group -> group.stream()
                                .map(task -> new Task(false, task.selected()))
                                .toList())
                        .toList())
                .toList();
        return new PlayedDefinition(FailMode.CONTINUE, tasks);
    }

    static Arbitrary<PlayedDefinition> definitions() {
        var step = Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, true, true, false))
                .as(Task::new);
        Arbitrary<List<List<List<Task>>>> phases = step.list()
                .ofMaxSize(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
        return Combinators.combine(Arbitraries.of(FailMode.class), phases)
                .as(PlayedDefinition::new)
                .filter(PlayedDefinition::selectsSomething);
    }
}
