package dev.slipway.editor;

import dev.slipway.release.Definition;
import dev.slipway.release.DefinitionRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A definition, and what can be done with its parts. Nothing here changes anything: each verb gives another definition.
 *
 * @param keys makes up a key
 */
record Arrangement(Definition definition, Supplier<String> keys) {

    /** Adds a phase at the end, with an empty group to begin with. */
    Definition addPhase(String displayName) {
        return phases(added(
                definition.phases(),
                definition.phases().size(),
                new Definition.Phase("", displayName, List.of(new Definition.Group(List.of())))));
    }

    /** Adds an empty group beside the others. */
    Definition addGroup(Part.OfPhases phase) {
        var spot = phase.in(definition);
        return inPhase(spot, groups -> added(groups, groups.size(), new Definition.Group(List.of())));
    }

    /** Adds a task at the end of a group. */
    Definition addTask(Part.OfGroups group, Definition.Task task) {
        var spot = group.in(definition);
        return inGroup(spot, tasks -> added(tasks, tasks.size(), task));
    }

    /** Replaces a task, which keeps its key. */
    Definition replace(Part.OfTasks part, UnaryOperator<Definition.Task> change) {
        var spot = part.in(definition);
        return inGroup(spot, tasks -> with(tasks, spot.task(), change.apply(tasks.get(spot.task()))));
    }

    /** Gives a phase another name. */
    Definition rename(Part.OfPhases part, String displayName) {
        var spot = part.in(definition);
        var phase = spot.phaseOf(definition);
        return phases(with(
                definition.phases(), spot.phase(), new Definition.Phase(phase.name(), displayName, phase.groups())));
    }

    /** Moves a part among its neighbours; at the end of them it stays. */
    Definition shift(Part part, int by) {
        var spot = part.in(definition);
        if (part instanceof Part.OfPhases) {
            return phases(moved(definition.phases(), spot.phase(), by));
        }
        return part instanceof Part.OfGroups
                ? inPhase(spot, groups -> moved(groups, spot.group(), by))
                : inGroup(spot, tasks -> moved(tasks, spot.task(), by));
    }

    /** Puts a copy of a part, with keys of its own, right after it. */
    Definition duplicate(Part part) {
        var spot = part.in(definition);
        if (part instanceof Part.OfPhases) {
            return phases(added(definition.phases(), spot.phase() + 1, copy(spot.phaseOf(definition))));
        }
        return part instanceof Part.OfGroups
                ? inPhase(spot, groups -> added(groups, spot.group() + 1, copy(spot.groupOf(definition))))
                : inGroup(spot, tasks -> added(tasks, spot.task() + 1, copy(spot.taskOf(definition))));
    }

    /** Deletes a part with all that is in it. */
    Definition delete(Part part) {
        var spot = part.in(definition);
        if (part instanceof Part.OfPhases) {
            return phases(without(definition.phases(), spot.phase()));
        }
        return part instanceof Part.OfGroups
                ? inPhase(spot, groups -> without(groups, spot.group()))
                : inGroup(spot, tasks -> without(tasks, spot.task()));
    }

    /** Moves a phase so that it is at this place, from 0. */
    Definition movePhase(Part.OfPhases part, int index) {
        var from = part.in(definition).phase();
        return phases(moved(definition.phases(), from, index - from));
    }

    /** Moves a group into a phase, so that it is at this place, from 0. */
    Definition moveGroup(Part.OfGroups part, Part.OfPhases to, int index) {
        var from = part.in(definition);
        var target = to.in(definition);
        if (from.phase() == target.phase()) {
            return inPhase(from, groups -> moved(groups, from.group(), index - from.group()));
        }
        var group = from.groupOf(definition);
        var taken = inPhase(from, groups -> without(groups, from.group()));
        return new Arrangement(taken, keys).inPhase(target, groups -> added(groups, index, group));
    }

    /** Moves a task into a group, so that it is at this place, from 0; the group after the last one is a new one. */
    Definition moveTask(Part.OfTasks part, Part.OfGroups to, int index) {
        var from = part.in(definition);
        var phase = new Part.OfPhases(to.phase());
        if (to.index() == phase.in(definition).phaseOf(definition).groups().size()) {
            return new Arrangement(addGroup(phase), keys).moveTask(part, to, index);
        }
        var target = to.in(definition);
        if (from.phase() == target.phase() && from.group() == target.group()) {
            return inGroup(from, tasks -> moved(tasks, from.task(), index - from.task()));
        }
        var task = from.taskOf(definition);
        var taken = inGroup(from, tasks -> without(tasks, from.task()));
        return new Arrangement(taken, keys).inGroup(target, tasks -> added(tasks, index, task));
    }

    private Definition inGroup(Part.Spot spot, UnaryOperator<List<Definition.Task>> change) {
        return inPhase(
                spot,
                groups -> with(
                        groups,
                        spot.group(),
                        new Definition.Group(
                                change.apply(groups.get(spot.group()).tasks()))));
    }

    private Definition inPhase(Part.Spot spot, UnaryOperator<List<Definition.Group>> change) {
        var phase = spot.phaseOf(definition);
        return phases(with(
                definition.phases(),
                spot.phase(),
                new Definition.Phase(phase.name(), phase.displayName(), change.apply(phase.groups()))));
    }

    private Definition phases(List<Definition.Phase> phases) {
        return Limits.kept(definition, definition.withPhases(phases).withKeys(keys));
    }

    private static Definition.Phase copy(Definition.Phase phase) {
        return new Definition.Phase(
                "",
                phase.displayName(),
                phase.groups().stream().map(Arrangement::copy).toList());
    }

    private static Definition.Group copy(Definition.Group group) {
        return new Definition.Group(
                group.tasks().stream().map(Arrangement::copy).toList());
    }

    private static Definition.Task copy(Definition.Task task) {
        return new Definition.Task("", task.displayName(), task.type(), task.input(), task.timeLimitSeconds());
    }

    private static <T> List<T> with(List<T> list, int index, T item) {
        var copy = new ArrayList<>(list);
        copy.set(index, item);
        return copy;
    }

    private static <T> List<T> without(List<T> list, int index) {
        var copy = new ArrayList<>(list);
        copy.remove(index);
        return copy;
    }

    private static <T> List<T> added(List<T> list, int index, T item) {
        var copy = new ArrayList<>(list);
        copy.add(Math.max(0, Math.min(index, list.size())), item);
        return copy;
    }

    private static <T> List<T> moved(List<T> list, int from, int by) {
        return added(without(list, from), Math.max(0, from + by), list.get(from));
    }

    /** How much of everything a draft may have: what a release task may have. */
    private static final class Limits {

        private Limits() {}

        /** @throws Refused if the change made one of the numbers grow beyond its limit */
        static Definition kept(Definition before, Definition after) {
            grown(
                    before.phases().size(),
                    after.phases().size(),
                    DefinitionRules.MOST_PHASES,
                    "A release task has up to %d phases.");
            grown(mostGroups(before), mostGroups(after), DefinitionRules.MOST_GROUPS, "A phase has up to %d groups.");
            grown(
                    mostTasks(before),
                    mostTasks(after),
                    DefinitionRules.MOST_TASKS_IN_GROUP,
                    "A group has up to %d tasks.");
            grown(
                    (int) before.tasks().count(),
                    (int) after.tasks().count(),
                    DefinitionRules.MOST_TASKS,
                    "A release task has up to %d tasks in all.");
            return after;
        }

        private static void grown(int before, int after, int most, String message) {
            if (after > before && after > most) {
                throw new Refused(message.formatted(most) + " Nothing was changed.");
            }
        }

        private static int mostGroups(Definition definition) {
            return definition.phases().stream()
                    .mapToInt(phase -> phase.groups().size())
                    .max()
                    .orElse(0);
        }

        private static int mostTasks(Definition definition) {
            return definition.phases().stream()
                    .flatMap(phase -> phase.groups().stream())
                    .mapToInt(group -> group.tasks().size())
                    .max()
                    .orElse(0);
        }
    }
}
