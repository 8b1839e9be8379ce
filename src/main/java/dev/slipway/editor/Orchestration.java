package dev.slipway.editor;

import dev.slipway.release.Definition;
import dev.slipway.release.Keys;
import dev.slipway.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Does what the buttons of the orchestration ask for, in a few words each: {@code later:task:75foki}. */
@ApplicationScoped
class Orchestration {

    private final Messages messages;
    private final EditorMessages texts;

    Orchestration(Messages messages, EditorMessages texts) {
        this.messages = messages;
        this.texts = texts;
    }

    /**
     * What came of a change.
     *
     * @param focus the id of the element where whoever asked for it goes on
     * @param said one sentence for the announcer
     * @param phases the keys of the phases that differ from before; null if the phases themselves do
     */
    record Done(Definition definition, String focus, String said, @Nullable Set<String> phases) {

        Done(Definition definition, String focus, String said) {
            this(definition, focus, said, null);
        }

        /** The same with the phases that differ, unless there are others or in another order. */
        Done since(Definition before) {
            var was = before.phases();
            var is = definition.phases();
            if (!names(was).equals(names(is))) {
                return this;
            }
            var changed = IntStream.range(0, is.size())
                    .filter(index -> !is.get(index).equals(was.get(index)))
                    .mapToObj(index -> is.get(index).name())
                    .collect(Collectors.toSet());
            return new Done(definition, focus, said, changed);
        }

        private static List<String> names(List<Definition.Phase> phases) {
            return phases.stream().map(Definition.Phase::name).toList();
        }
    }

    /** @throws Refused if the change is not possible */
    Done apply(Definition definition, String change) {
        try {
            var words = Arrays.asList(change.split(":", -1));
            return apply(new Arrangement(definition, Keys::random), words.get(0), words.subList(1, words.size()))
                    .since(definition);
        } catch (IndexOutOfBoundsException | NumberFormatException noChange) {
            throw new Refused(texts.editorNoChange());
        }
    }

    /** The part that words such as {@code group:75foki:0} name. */
    static Part part(List<String> words) {
        return switch (words.get(0)) {
            case "phase" -> new Part.OfPhases(words.get(1));
            case "group" -> new Part.OfGroups(words.get(1), Integer.parseInt(words.get(2)));
            case "task" -> new Part.OfTasks(words.get(1));
            default -> throw new IndexOutOfBoundsException("no part");
        };
    }

    private Done apply(Arrangement now, String verb, List<String> words) {
        return switch (verb) {
            case "add" -> add(now, words);
            case "earlier" -> shifted(now, part(words), -1);
            case "later" -> shifted(now, part(words), 1);
            case "duplicate" -> duplicated(now, part(words));
            case "delete" -> deleted(now, part(words));
            case "move" -> moved(now, part(words), words);
            default -> throw new IndexOutOfBoundsException("no verb");
        };
    }

    private Done add(Arrangement now, List<String> words) {
        if (words.get(0).equals("phase")) {
            var no = now.definition().phases().size() + 1;
            var after = now.addPhase(texts.editorNewPhase());
            return new Done(after, addTask(after.phases().get(no - 1), 0), texts.editorAdded(texts.phaseNumber(no)));
        }
        var phase = new Part.OfPhases(words.get(1));
        var after = now.addGroup(phase);
        var changed = phase.in(after).phaseOf(after);
        var no = changed.groups().size();
        return new Done(after, addTask(changed, no - 1), texts.editorAdded(messages.groupNo(no)));
    }

    private static String addTask(Definition.Phase phase, int group) {
        return "add-task-%s-%d".formatted(phase.name(), group);
    }

    private Done shifted(Arrangement now, Part part, int by) {
        var after = now.shift(part, by);
        if (part instanceof Part.OfGroups group && !after.equals(now.definition())) {
            return told(after, new Part.OfGroups(group.phase(), group.index() + by));
        }
        return told(after, part);
    }

    private Done duplicated(Arrangement now, Part part) {
        var after = now.duplicate(part);
        var spot = part.in(now.definition());
        var said = texts.editorDuplicated(name(now.definition(), part));
        if (part instanceof Part.OfPhases) {
            var copy = after.phases().get(spot.phase() + 1).name();
            return new Done(after, new Part.OfPhases(copy).anchor(), said);
        }
        if (part instanceof Part.OfGroups group) {
            return new Done(after, new Part.OfGroups(group.phase(), group.index() + 1).anchor(), said);
        }
        var copy = spot.groupOf(after).tasks().get(spot.task() + 1).name();
        return new Done(after, new Part.OfTasks(copy).anchor(), said);
    }

    private Done deleted(Arrangement now, Part part) {
        var spot = part.in(now.definition());
        var phase = spot.phaseOf(now.definition());
        var after = now.delete(part);
        var focus = part instanceof Part.OfPhases
                ? "add-phase"
                : part instanceof Part.OfGroups ? "add-group-" + phase.name() : addTask(phase, spot.group());
        return new Done(after, focus, texts.editorDeleted(name(now.definition(), part)));
    }

    private Done moved(Arrangement now, Part part, List<String> words) {
        if (part instanceof Part.OfPhases phase) {
            return told(now.movePhase(phase, Integer.parseInt(words.get(2))), phase);
        }
        if (part instanceof Part.OfGroups group) {
            var to = new Part.OfPhases(words.get(3));
            var after = now.moveGroup(group, to, Integer.parseInt(words.get(4)));
            var last = to.in(after).phaseOf(after).groups().size() - 1;
            return told(after, new Part.OfGroups(to.key(), Math.min(Integer.parseInt(words.get(4)), last)));
        }
        var task = (Part.OfTasks) part;
        var to = new Part.OfGroups(words.get(2), Integer.parseInt(words.get(3)));
        return told(now.moveTask(task, to, Integer.parseInt(words.get(4))), task);
    }

    private Done told(Definition after, Part part) {
        return new Done(after, part.anchor(), texts.editorMoved(name(after, part), where(after, part)));
    }

    private String where(Definition definition, Part part) {
        var spot = part.in(definition);
        if (part instanceof Part.OfPhases) {
            return texts.editorPlace(spot.phase() + 1, definition.phases().size());
        }
        var phase = spot.phaseOf(definition);
        if (part instanceof Part.OfGroups) {
            return texts.editorPlaceInPhase(spot.group() + 1, phase.groups().size(), phase.displayName());
        }
        var tasks = spot.groupOf(definition).tasks().size();
        return texts.editorPlaceInGroup(spot.task() + 1, tasks, spot.group() + 1, phase.displayName());
    }

    /** What people call a part. */
    String name(Definition definition, Part part) {
        var spot = part.in(definition);
        if (part instanceof Part.OfPhases) {
            return messages.phaseTitle(
                    spot.phase() + 1, spot.phaseOf(definition).displayName());
        }
        return part instanceof Part.OfGroups
                ? texts.editorGroupOf(spot.group() + 1, spot.phaseOf(definition).displayName())
                : spot.taskOf(definition).displayName();
    }
}
