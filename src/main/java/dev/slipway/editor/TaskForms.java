package dev.slipway.editor;

import dev.slipway.project.Actor;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.Definition;
import dev.slipway.release.DefinitionRules;
import dev.slipway.release.EnvironmentRules;
import dev.slipway.release.Keys;
import dev.slipway.release.Problem;
import dev.slipway.tasktype.Field;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The forms of tasks: what they show, and what is done with what comes back. */
@ApplicationScoped
class TaskForms {

    private final Drafts drafts;
    private final TaskTypes types;
    private final DefinitionRules rules;
    private final EnvironmentRules environments;
    private final Choices choices;
    private final FieldViews views;
    private final Labels labels;
    private final Messages messages;
    private final EditorMessages texts;

    TaskForms(
            Drafts drafts,
            TaskTypes types,
            DefinitionRules rules,
            EnvironmentRules environments,
            Choices choices,
            FieldViews views,
            Labels labels,
            Messages messages,
            EditorMessages texts) {
        this.drafts = drafts;
        this.types = types;
        this.rules = rules;
        this.environments = environments;
        this.choices = choices;
        this.views = views;
        this.labels = labels;
        this.messages = messages;
        this.texts = texts;
    }

    /** The task whose form it is. */
    record Address(UUID draft, String key) {}

    /** How much is told about what is wrong. */
    enum Telling {
        NOTHING,
        /** Only what is wrong in fields that somebody has filled in: the others have not had their turn. */
        FILLED,
        ALL
    }

    /**
     * Adds a task of a type to a group.
     *
     * @return its key
     * @throws Refused if that is not possible
     */
    @Transactional
    String add(Actor actor, UUID id, String type, Part.OfGroups group) {
        if (!types.ids().contains(type)) {
            throw new Refused(texts.editorNoChange());
        }
        var task = initially(Draft.of(actor, id), type);
        var draft = drafts.change(actor, id, before -> new Arrangement(before, Keys::random).addTask(group, task));
        var tasks = group.in(draft.definition).groupOf(draft.definition).tasks();
        return tasks.get(tasks.size() - 1).name();
    }

    private Definition.Task initially(Draft draft, String type) {
        var usual = types.byId(type).initially();
        var empty = new Definition.Task("", messages.taskType(type), type, usual, null);
        var typed = Typed.of(empty, types.fields(type));
        for (Field field : types.fields(type)) {
            typed.texts()
                    .computeIfPresent(
                            "input." + field.path(),
                            (name, text) ->
                                    text.isEmpty() ? choices.initially(field, draft.home(), draft.definition) : text);
        }
        return typed.task(empty, types);
    }

    /** @throws UnknownRecord if the draft has no such task */
    @Transactional
    TaskPage show(Actor actor, Address address, Telling telling) {
        var draft = Draft.of(actor, address.draft());
        var task = task(draft, address);
        var fields = types.ids().contains(task.type()) ? types.fields(task.type()) : List.<Field>of();
        return page(draft, address, Typed.of(task, fields), telling);
    }

    /**
     * Takes what was typed into the draft, whether it is right or wrong, unless the task was changed elsewhere meanwhile.
     *
     * @return the form as it is now, with what is wrong in it
     */
    @Transactional
    TaskPage save(Actor actor, Address address, Typed typed, Telling telling) {
        var seen = Draft.of(actor, address.draft());
        if (!Fingerprint.task(task(seen, address)).equals(typed.seen())) {
            return page(seen, address, typed.stale(), telling);
        }
        var draft = drafts.change(actor, address.draft(), before -> new Arrangement(before, Keys::random)
                .replace(new Part.OfTasks(address.key()), task -> typed.task(task, types)));
        return page(draft, address, typed, telling);
    }

    private static Definition.Task task(Draft draft, Address address) {
        try {
            return new Part.OfTasks(address.key()).in(draft.definition).taskOf(draft.definition);
        } catch (Refused gone) {
            throw new UnknownRecord("task", address.key());
        }
    }

    private TaskPage page(Draft draft, Address address, Typed typed, Telling telling) {
        var stored = task(draft, address);
        var task = typed.task(stored, types);
        var problems = problems(draft, task, typed, telling);
        return new TaskPage(
                labels.sheet(draft, task),
                draft.id,
                address.key(),
                task.type(),
                labels.where(draft.definition, new Part.OfTasks(address.key())),
                views.name(typed, problems),
                views.limit(typed, problems),
                typed.minutes(),
                views.of(draft, task.type(), typed, problems),
                problems.stream().map(problem -> labels.inForm(task, problem)).toList(),
                Fingerprint.task(stored),
                typed.isStale(),
                draft.updatedAt);
    }

    /** All that is wrong, by the field it is told at. */
    private List<Problem> problems(Draft draft, Definition.Task task, Typed typed, Telling telling) {
        if (telling == Telling.NOTHING) {
            return List.of();
        }
        var found = new ArrayList<Problem>();
        Stream.concat(rules.checkTask(task).stream(), environments.checkTask(draft.home(), task).stream())
                .map(problem -> new Problem(labels.field(task.type(), problem.path()), problem.message()))
                .filter(problem ->
                        telling == Telling.ALL || !typed.text(problem.path()).isBlank())
                .forEach(found::add);
        typed.problem().ifPresent(found::add);
        return found;
    }
}
