package dev.slipway.editor;

import dev.slipway.editor.EditorPage.Place;
import dev.slipway.execution.FailMode;
import dev.slipway.project.Actor;
import dev.slipway.project.Project;
import dev.slipway.release.Definition;
import dev.slipway.release.DefinitionRules;
import dev.slipway.release.Problem;
import dev.slipway.release.ReleaseTask;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts together what the editor shows. */
@ApplicationScoped
class EditorPages {

    private final DefinitionRules rules;
    private final TaskTypes types;
    private final Labels labels;
    private final EditorMessages texts;
    private final Messages messages;

    EditorPages(DefinitionRules rules, TaskTypes types, Labels labels, EditorMessages texts, Messages messages) {
        this.rules = rules;
        this.types = types;
        this.labels = labels;
        this.texts = texts;
        this.messages = messages;
    }

    /**
     * What to tell along with the draft.
     *
     * @param checked whether all that is wrong is told
     * @param more what is wrong beyond the rules, such as a name that is taken
     * @param refused why the last change was not made
     * @param only the keys of the phases to show; null: all
     */
    record Telling(boolean checked, List<Problem> more, @Nullable String refused, @Nullable Set<String> only) {

        static final Telling NOTHING = all(false);

        static Telling all(boolean checked) {
            return new Telling(checked, List.of(), null, null);
        }

        static Telling changed(boolean checked, @Nullable Set<String> phases) {
            return new Telling(checked, List.of(), null, phases);
        }

        static Telling refused(boolean checked, Refused why) {
            return new Telling(checked, List.of(), why.getMessage(), null);
        }

        static Telling problems(List<Problem> problems) {
            return new Telling(true, problems, null, null);
        }
    }

    /** @throws dev.slipway.project.UnknownRecord if it is not there, or somebody else's */
    @Transactional
    EditorPage of(Actor actor, UUID id, Telling telling) {
        var draft = Draft.of(actor, id);
        var found = telling.checked() ? rules.check(draft.definition) : List.<Problem>of();
        var all = new ArrayList<>(found);
        telling.more().stream().filter(problem -> !all.contains(problem)).forEach(all::add);
        return new EditorPage(
                head(draft),
                telling.checked(),
                telling.only() != null,
                telling.refused(),
                all.stream()
                        .map(problem -> labels.link(Draft.href(id), draft.definition, problem))
                        .toList(),
                phases(draft.definition, found, telling.only()));
    }

    /** Asks whether to drop the draft. */
    @Transactional
    QuestionPage discarding(Actor actor, UUID id) {
        var draft = Draft.of(actor, id);
        var isNew = draft.releaseTaskId == null;
        return new QuestionPage(
                labels.sheet(draft, texts.discardDraftOf(draft.definition.name()), "discard-draft"),
                isNew ? texts.discardNewSays() : texts.discardSays(),
                Draft.href(id) + "/discarding",
                "",
                "",
                false,
                texts.discardDraft());
    }

    private static EditorPage.Head head(Draft draft) {
        var release = draft.releaseTaskId == null ? null : ReleaseTask.byId(draft.releaseTaskId);
        return new EditorPage.Head(
                draft.id,
                draft.releaseTaskId,
                draft.definition.name(),
                draft.definition.description(),
                Project.byId(draft.projectId).name(),
                draft.regionId,
                draft.definition.failMode() == FailMode.CONTINUE,
                draft.updatedAt,
                release == null || release.revision() == draft.baseRevision
                        ? null
                        : new EditorPage.Newer(
                                release.updated().by(), release.updated().at()),
                release == null && draft.base != null,
                Fingerprint.shape(draft.definition));
    }

    private List<EditorPage.PhaseView> phases(
            Definition definition, List<Problem> problems, @Nullable Set<String> only) {
        return IntStream.range(0, definition.phases().size())
                .filter(index -> only == null
                        || only.contains(definition.phases().get(index).name()))
                .mapToObj(index -> phase(definition, index, problems))
                .toList();
    }

    private EditorPage.PhaseView phase(Definition definition, int index, List<Problem> problems) {
        var phase = definition.phases().get(index);
        var path = "phases[%d]".formatted(index);
        return new EditorPage.PhaseView(
                phase.name(),
                index + 1,
                phase.displayName(),
                "phase:" + phase.name(),
                Place.of(index, definition.phases().size()),
                phase.groups().stream().mapToInt(group -> group.tasks().size()).sum(),
                own(problems, path, path + ".displayName", path + ".name", path + ".groups"),
                groups(phase, path, problems));
    }

    private List<EditorPage.GroupView> groups(Definition.Phase phase, String phasePath, List<Problem> problems) {
        var views = new ArrayList<EditorPage.GroupView>();
        for (var group : phase.groups()) {
            var index = views.size();
            var path = "%s.groups[%d]".formatted(phasePath, index);
            views.add(new EditorPage.GroupView(
                    "%s-%d".formatted(phase.name(), index),
                    index + 1,
                    "group:%s:%d".formatted(phase.name(), index),
                    Place.of(index, phase.groups().size()),
                    own(problems, path, path + ".tasks"),
                    cards(group, path, problems)));
        }
        return views;
    }

    private List<EditorPage.CardView> cards(Definition.Group group, String groupPath, List<Problem> problems) {
        var views = new ArrayList<EditorPage.CardView>();
        var here = problems.stream()
                .filter(problem -> problem.path().startsWith(groupPath))
                .toList();
        for (var task : group.tasks()) {
            var index = views.size();
            var path = "%s.tasks[%d].".formatted(groupPath, index);
            views.add(new EditorPage.CardView(
                    task.name(),
                    task.displayName().isBlank() ? messages.taskType(task.type()) : task.displayName(),
                    task.type(),
                    target(task),
                    "task:" + task.name(),
                    Place.of(index, group.tasks().size()),
                    (int) here.stream()
                            .filter(problem -> problem.path().startsWith(path))
                            .count()));
        }
        return views;
    }

    /** What a task acts on; while its input is not complete, nothing can be said about it. */
    private String target(Definition.Task task) {
        return types.problems(task.type(), task.input()).isEmpty() ? types.target(task.type(), task.input()) : "";
    }

    private static String own(List<Problem> problems, String... paths) {
        return problems.stream()
                .filter(problem -> List.of(paths).contains(problem.path()))
                .map(Problem::message)
                .findFirst()
                .orElse("");
    }
}
