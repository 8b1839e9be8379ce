package dev.slipway.editor;

import dev.slipway.release.Definition;
import dev.slipway.release.Problem;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;

/** Says what is wrong in a draft in the words of its forms, and where to put it right. */
@ApplicationScoped
class Labels {

    private static final Pattern PATH = Pattern.compile(
            "phases\\[(\\d+)](?:\\.groups(?:\\[(\\d+)](?:\\.tasks(?:\\[(\\d+)](?:\\.(.+))?)?)?)?)?(?:\\..+)?");

    private final Messages messages;
    private final EditorMessages texts;
    private final TaskTypes types;

    Labels(Messages messages, EditorMessages texts, TaskTypes types) {
        this.messages = messages;
        this.texts = texts;
        this.types = types;
    }

    /** The problem with the name of what it is about, and a link to it. */
    EditorPage.ProblemLink link(String draft, Definition definition, Problem problem) {
        var found = PATH.matcher(problem.path());
        if (!found.matches()) {
            return switch (problem.path()) {
                case "name" -> basics(draft, messages.name(), "name", problem);
                case "description" -> basics(draft, texts.editorDescription(), "description", problem);
                default -> new EditorPage.ProblemLink("#phases", problem.message());
            };
        }
        var phase = definition.phases().get(Integer.parseInt(found.group(1)));
        var no = messages.phaseTitle(Integer.parseInt(found.group(1)) + 1, phase.displayName());
        if (found.group(2) == null) {
            return new EditorPage.ProblemLink("#menu-phase-" + phase.name(), no + ": " + problem.message());
        }
        var group = Integer.parseInt(found.group(2));
        if (found.group(3) == null) {
            return new EditorPage.ProblemLink(
                    "#add-task-%s-%d".formatted(phase.name(), group),
                    texts.editorGroupOf(group + 1, phase.displayName()) + ": " + problem.message());
        }
        var task = phase.groups().get(group).tasks().get(Integer.parseInt(found.group(3)));
        return task(draft, task, found.group(4), problem.message());
    }

    private EditorPage.ProblemLink basics(String draft, String label, String field, Problem problem) {
        return new EditorPage.ProblemLink(
                "%s/basic-info?checked=true#%s".formatted(draft, field), label + ": " + problem.message());
    }

    /** The problem, which has the name of a field as its path, for the top of the task's form. */
    EditorPage.ProblemLink inForm(Definition.Task task, Problem problem) {
        return new EditorPage.ProblemLink("#" + id(problem.path()), label(problem.path()) + ": " + problem.message());
    }

    /** Where a task is, in words. */
    String where(Definition definition, Part.OfTasks part) {
        var spot = part.in(definition);
        return messages.positionInProcess(
                spot.phase() + 1, spot.phaseOf(definition).displayName(), spot.group() + 1);
    }

    /** The frame of a task's form. */
    Sheet sheet(Draft draft, Definition.Task task) {
        var type = messages.taskType(task.type());
        var title = type.equals(task.displayName()) ? type : type + ": " + task.displayName();
        return sheet(draft, title, "task-" + task.name());
    }

    /** The frame of any form that belongs to a draft; {@code focus} is where the focus is afterwards. */
    Sheet sheet(Draft draft, String title, String focus) {
        var href = Draft.href(draft.id);
        return new Sheet(
                title,
                List.of(
                        new Sheet.Crumb(messages.regionReleaseTasks(), "/releases"),
                        new Sheet.Crumb(draft.definition.name(), href)),
                focus.isEmpty() ? href : href + "#" + focus,
                focus);
    }

    private EditorPage.ProblemLink task(String draft, Definition.Task task, String path, String message) {
        var field = field(task.type(), path);
        return new EditorPage.ProblemLink(
                "%s/tasks/%s?checked=true#%s".formatted(draft, task.name(), id(field)),
                "%s: %s: %s".formatted(task.displayName(), label(field), message));
    }

    /** The field of a task's form where a problem is told: itself, the one it is about, or the first. */
    String field(String type, String path) {
        if (!path.startsWith("input")) {
            return path.equals("displayName") || path.equals("timeLimitSeconds") ? path : "displayName";
        }
        if (!types.ids().contains(type)) {
            return "displayName";
        }
        var fields = types.fields(type);
        return fields.stream()
                .map(field -> "input." + field.path())
                .filter(field -> field.equals(path) || path.startsWith(field) || field.startsWith(path + "."))
                .findFirst()
                .orElseGet(() -> fields.isEmpty()
                        ? "displayName"
                        : "input." + fields.get(0).path());
    }

    private String label(String field) {
        return switch (field) {
            case "displayName" -> messages.name();
            case "timeLimitSeconds" -> texts.editorTimeLimit();
            default -> texts.fieldLabel(field.substring("input.".length()));
        };
    }

    /** The id of the control of a field. */
    static String id(String field) {
        return field.replaceAll("\\W+", "-");
    }
}
