package dev.slipway.editor;

import dev.slipway.project.Actor;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.Definition;
import dev.slipway.release.Keys;
import dev.slipway.tasktype.Field;
import dev.slipway.tasktype.TaskTypes;
import dev.slipway.upload.Uploads;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Takes archives of source for the tasks of drafts. */
@ApplicationScoped
class TaskUploads {

    private final Drafts drafts;
    private final TaskTypes types;
    private final Uploads uploads;
    private final Labels labels;
    private final EditorMessages texts;

    TaskUploads(Drafts drafts, TaskTypes types, Uploads uploads, Labels labels, EditorMessages texts) {
        this.drafts = drafts;
        this.types = types;
        this.uploads = uploads;
        this.labels = labels;
        this.texts = texts;
    }

    /**
     * The form.
     *
     * @param problem what is wrong with what was sent; null if nothing is
     * @throws UnknownRecord if the draft has no such task, or none that builds what was uploaded
     */
    @Transactional
    UploadPage page(Actor actor, TaskForms.Address address, @Nullable String problem) {
        var draft = Draft.of(actor, address.draft());
        var task = task(draft, address);
        field(task);
        var href = Draft.href(draft.id) + "/tasks/" + address.key();
        var plain = labels.sheet(draft, texts.editorUpload(), "");
        var sheet = new Sheet(plain.title(), crumbs(plain, task, href), href, "");
        return new UploadPage(sheet, task.displayName(), href, uploads.mostBytes() >> 20, problem);
    }

    private static List<Sheet.Crumb> crumbs(Sheet plain, Definition.Task task, String href) {
        var crumbs = new ArrayList<>(plain.crumbs());
        crumbs.add(new Sheet.Crumb(task.displayName(), href));
        return crumbs;
    }

    /**
     * Keeps an archive, and has the task build it.
     *
     * @throws UnknownRecord if the draft has no such task
     * @throws dev.slipway.upload.RefusedUpload if it can't be taken
     */
    void store(Actor actor, TaskForms.Address address, String name, Path file) {
        // Files are read and packed meanwhile, for which no transaction waits.
        var project = QuarkusTransaction.requiringNew().call(() -> {
            var draft = Draft.of(actor, address.draft());
            field(task(draft, address));
            return draft.projectId;
        });
        var upload = uploads.store(actor, project, name, file);
        QuarkusTransaction.requiringNew()
                .run(() -> drafts.change(actor, address.draft(), before -> new Arrangement(before, Keys::random)
                        .replace(new Part.OfTasks(address.key()), task -> building(task, upload.reference()))));
    }

    private Definition.Task building(Definition.Task task, String reference) {
        var fields = types.fields(task.type());
        var upload = field(task);
        UnaryOperator<String> texts = path -> fields.stream()
                .filter(field -> field.path().equals(path))
                .findFirst()
                .map(field -> field.equals(upload) ? reference : TaskForm.text(field, task.input()))
                .orElse("");
        return new Definition.Task(
                task.name(),
                task.displayName(),
                task.type(),
                TaskForm.input(fields, task.input(), texts),
                task.timeLimitSeconds());
    }

    private Field field(Definition.Task task) {
        return (types.ids().contains(task.type()) ? types.fields(task.type()) : List.<Field>of())
                .stream()
                        .filter(field -> field.kind() == Field.Kind.UPLOAD)
                        .findFirst()
                        .orElseThrow(() -> new UnknownRecord("upload of task", task.name()));
    }

    private static Definition.Task task(Draft draft, TaskForms.Address address) {
        try {
            return new Part.OfTasks(address.key()).in(draft.definition).taskOf(draft.definition);
        } catch (Refused gone) {
            throw new UnknownRecord("task", address.key());
        }
    }
}
