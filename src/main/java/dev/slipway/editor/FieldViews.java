package dev.slipway.editor;

import dev.slipway.editor.TaskPage.Choice;
import dev.slipway.editor.TaskPage.FieldView;
import dev.slipway.release.Problem;
import dev.slipway.release.ReleaseConfig;
import dev.slipway.tasktype.Field;
import dev.slipway.tasktype.Field.Kind;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.upload.Upload;
import dev.slipway.upload.Uploads;
import dev.slipway.web.Formats;
import dev.slipway.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a task's form, with their texts and what helps to fill them in. */
@ApplicationScoped
class FieldViews {

    private static final int FEW_LINES = 3;
    private static final int MORE_LINES = 5;
    private static final int DIGITS = 12;

    private final TaskTypes types;
    private final Choices choices;
    private final Uploads uploads;
    private final ReleaseConfig config;
    private final Messages messages;
    private final EditorMessages texts;

    FieldViews(
            TaskTypes types,
            Choices choices,
            Uploads uploads,
            ReleaseConfig config,
            Messages messages,
            EditorMessages texts) {
        this.types = types;
        this.choices = choices;
        this.uploads = uploads;
        this.config = config;
        this.messages = messages;
        this.texts = texts;
    }

    /** Those that the type asks for. */
    List<FieldView> of(Draft draft, String type, Typed typed, List<Problem> problems) {
        return types.ids().contains(type)
                ? types.fields(type).stream()
                        .map(field -> view(field, draft, type, typed, problems))
                        .toList()
                : List.of();
    }

    /** The name, which every task has. */
    FieldView name(Typed typed, List<Problem> problems) {
        return new FieldView(
                Typed.NAME,
                messages.name(),
                "",
                typed.text(Typed.NAME),
                true,
                0,
                false,
                false,
                false,
                List.of(),
                problem(problems, Typed.NAME));
    }

    /** The time limit, which every task may have. */
    FieldView limit(Typed typed, List<Problem> problems) {
        return new FieldView(
                Typed.LIMIT,
                texts.editorTimeLimit(),
                texts.editorTimeLimitHint(Formats.inWords(config.timeLimit())),
                typed.text(Typed.LIMIT),
                false,
                0,
                true,
                false,
                false,
                List.of(),
                problem(problems, Typed.LIMIT));
    }

    private FieldView view(Field field, Draft draft, String type, Typed typed, List<Problem> problems) {
        var name = "input." + field.path();
        var value = typed.text(name);
        var uploadable = field.kind() == Kind.UPLOAD;
        var selectable = uploadable || field.kind() == Kind.CHOICE || field.kind() == Kind.ENVIRONMENT;
        return new FieldView(
                name,
                texts.fieldLabel(field.path()),
                texts.fieldHint(type + "." + field.path(), field.path()),
                value,
                field.required(),
                rows(field.kind()),
                field.kind() == Kind.NUMBER,
                selectable,
                uploadable,
                choices(field, draft, selectable ? value : ""),
                problem(problems, name));
    }

    /** With what is chosen now, even if it is not there to choose any more. */
    private List<Choice> choices(Field field, Draft draft, String value) {
        var all = new ArrayList<Choice>();
        if (field.kind() == Kind.UPLOAD) {
            uploads.of(draft.projectId).stream().map(FieldViews::choice).forEach(all::add);
        } else {
            choices.of(field, draft.home(), draft.definition).stream()
                    .map(Choice::of)
                    .forEach(all::add);
        }
        if (!value.isEmpty() && all.stream().noneMatch(choice -> choice.value().equals(value))) {
            all.add(Choice.of(value));
        }
        return all;
    }

    /** Two archives may have the same name, so a part of the digest tells them apart. */
    private static Choice choice(Upload upload) {
        var digest = upload.reference().replaceFirst(".*:", "").substring(0, DIGITS);
        return new Choice(
                upload.reference(), "%s, %s (%s)".formatted(upload.name(), Formats.utc(upload.uploadedAt()), digest));
    }

    private static int rows(Kind kind) {
        return switch (kind) {
            case LINES, PAIRS -> FEW_LINES;
            case MULTILINE -> MORE_LINES;
            default -> 0;
        };
    }

    private static @Nullable String problem(List<Problem> problems, String name) {
        return problems.stream()
                .filter(problem -> problem.path().equals(name))
                .map(Problem::message)
                .findFirst()
                .orElse(null);
    }
}
