package dev.slipway.editor;

import dev.slipway.project.Actor;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.Definition;
import dev.slipway.release.Keys;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The questions about parts of a draft. */
@ApplicationScoped
class PartPages {

    private static final int LONGEST_NAME = 64;
    private static final int AT_THE_END = 999;

    private final Drafts drafts;
    private final Orchestration orchestration;
    private final TaskTypes types;
    private final Labels labels;
    private final Messages messages;
    private final EditorMessages texts;

    PartPages(
            Drafts drafts,
            Orchestration orchestration,
            TaskTypes types,
            Labels labels,
            Messages messages,
            EditorMessages texts) {
        this.drafts = drafts;
        this.orchestration = orchestration;
        this.types = types;
        this.labels = labels;
        this.messages = messages;
        this.texts = texts;
    }

    /** A name for a phase; {@code was} is the one that the form began with. */
    record Naming(UUID draft, String part, String was, String name) {}

    @Transactional
    TypesPage types(Actor actor, UUID id, String group) {
        var draft = Draft.of(actor, id);
        var part = known(draft, group);
        var focus = "add-task-" + group.substring(group.indexOf(':') + 1).replace(':', '-');
        return new TypesPage(
                labels.sheet(draft, texts.addTask(), focus),
                Draft.href(id) + "/tasks",
                group,
                orchestration.name(draft.definition, part),
                types.ids());
    }

    /** The group that words name. */
    static Part.OfGroups group(String words) {
        try {
            if (Orchestration.part(Arrays.asList(words.split(":", -1))) instanceof Part.OfGroups group) {
                return group;
            }
        } catch (IndexOutOfBoundsException | NumberFormatException unknown) {
            throw Refused.gone();
        }
        throw Refused.gone();
    }

    @Transactional
    PlacePage place(Actor actor, UUID id, String words) {
        var draft = Draft.of(actor, id);
        var part = known(draft, words);
        return new PlacePage(
                labels.sheet(draft, texts.moveTo(orchestration.name(draft.definition, part)), part.anchor()),
                Draft.href(id) + "/changes",
                Fingerprint.shape(draft.definition),
                part instanceof Part.OfTasks ? texts.editorGroup() : messages.phase(),
                part instanceof Part.OfTasks ? groups(draft.definition, words) : phases(draft.definition, words));
    }

    private List<PlacePage.Choice> phases(Definition definition, String words) {
        var choices = new ArrayList<PlacePage.Choice>();
        for (var phase : definition.phases()) {
            var title = messages.phaseTitle(choices.size() + 1, phase.displayName());
            choices.add(new PlacePage.Choice("move:%s:%s:%d".formatted(words, phase.name(), AT_THE_END), "", title));
        }
        return choices;
    }

    private List<PlacePage.Choice> groups(Definition definition, String words) {
        var choices = new ArrayList<PlacePage.Choice>();
        for (int no = 1; no <= definition.phases().size(); no++) {
            var phase = definition.phases().get(no - 1);
            var title = messages.phaseTitle(no, phase.displayName());
            for (int group = 0; group <= phase.groups().size(); group++) {
                var isNew = group == phase.groups().size();
                choices.add(new PlacePage.Choice(
                        "move:%s:%s:%d:%d".formatted(words, phase.name(), group, AT_THE_END),
                        title,
                        isNew ? texts.editorNewGroup() : messages.groupNo(group + 1)));
            }
        }
        return choices;
    }

    @Transactional
    QuestionPage deletion(Actor actor, UUID id, String words) {
        var draft = Draft.of(actor, id);
        var part = known(draft, words);
        var spot = part.in(draft.definition);
        var tasks = part instanceof Part.OfPhases
                ? spot.phaseOf(draft.definition).groups().stream()
                        .mapToInt(group -> group.tasks().size())
                        .sum()
                : part instanceof Part.OfGroups
                        ? spot.groupOf(draft.definition).tasks().size()
                        : 1;
        var name = orchestration.name(draft.definition, part);
        return new QuestionPage(
                labels.sheet(draft, texts.deletePart(name), part.anchor()),
                texts.deletePartSays(tasks),
                Draft.href(id) + "/changes",
                "delete:" + words,
                Fingerprint.shape(draft.definition),
                true,
                texts.delete());
    }

    @Transactional
    RenamePage name(Actor actor, UUID id, String words) {
        var draft = Draft.of(actor, id);
        var name = phase(draft, words).displayName();
        return renaming(draft, new Naming(id, words, name, name), null);
    }

    /** Renames the phase, or gives the form again with what is wrong. */
    @Transactional
    RenamePage rename(Actor actor, Naming naming) {
        var draft = Draft.of(actor, naming.draft());
        var now = phase(draft, naming.part()).displayName();
        if (!now.equals(naming.was())) {
            var fresh = new Naming(naming.draft(), naming.part(), now, naming.name());
            return renaming(draft, fresh, texts.editorRenamedMeanwhile(now));
        }
        if (naming.name().isEmpty() || naming.name().length() > LONGEST_NAME) {
            return renaming(draft, naming, texts.editorNameLength(LONGEST_NAME));
        }
        var part = (Part.OfPhases) known(draft, naming.part());
        drafts.change(
                actor, naming.draft(), before -> new Arrangement(before, Keys::random).rename(part, naming.name()));
        return renaming(draft, naming, null);
    }

    private RenamePage renaming(Draft draft, Naming naming, @Nullable String problem) {
        var part = known(draft, naming.part());
        return new RenamePage(
                labels.sheet(draft, texts.renamePart(orchestration.name(draft.definition, part)), part.anchor()),
                "%s/parts/name?part=%s".formatted(Draft.href(draft.id), naming.part()),
                naming.was(),
                naming.name(),
                problem);
    }

    private static Definition.Phase phase(Draft draft, String words) {
        if (known(draft, words) instanceof Part.OfPhases phase) {
            return phase.in(draft.definition).phaseOf(draft.definition);
        }
        throw new UnknownRecord("phase", words);
    }

    private static Part known(Draft draft, String words) {
        try {
            var part = Orchestration.part(Arrays.asList(words.split(":", -1)));
            part.in(draft.definition);
            return part;
        } catch (Refused | IndexOutOfBoundsException | NumberFormatException unknown) {
            throw new UnknownRecord("part of the draft", words);
        }
    }
}
