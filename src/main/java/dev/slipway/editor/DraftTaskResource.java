package dev.slipway.editor;

import dev.slipway.identity.CurrentUser;
import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The tasks of a draft: adding one, and its form. */
@Path("/releases/drafts/{draft}/tasks")
@Produces(MediaType.TEXT_HTML)
public class DraftTaskResource {

    private static final String PATCH = "#patch";

    private final TaskForms forms;
    private final EditorPages pages;
    private final PartPages parts;
    private final CurrentUser user;

    DraftTaskResource(TaskForms forms, EditorPages pages, PartPages parts, CurrentUser user) {
        this.forms = forms;
        this.pages = pages;
        this.parts = parts;
        this.user = user;
    }

    /** Asks for the type of a new task. */
    @GET
    @Path("/new")
    @Blocking
    public TemplateInstance chooseType(
            @RestPath UUID draft, @RestQuery @Nullable String group, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return EditorTemplates.types(parts.types(user.actor(), draft, TaskForm.plain(group)), htmx);
    }

    /** Adds a task of a type, and opens its form. */
    @POST
    @Blocking
    public RestResponse<TemplateInstance> add(
            @RestPath UUID draft,
            @RestForm @Nullable String type,
            @RestForm @Nullable String group,
            @RestHeader(Htmx.REQUEST) boolean htmx) {
        try {
            var key = forms.add(user.actor(), draft, TaskForm.plain(type), PartPages.group(TaskForm.plain(group)));
            var address = new TaskForms.Address(draft, key);
            return htmx
                    ? RestResponse.ok(
                            EditorTemplates.task(forms.show(user.actor(), address, TaskForms.Telling.NOTHING), true))
                    : RestResponse.seeOther(URI.create(Draft.href(draft) + "/tasks/" + key));
        } catch (Refused why) {
            var page = pages.of(user.actor(), draft, EditorPages.Telling.refused(false, why));
            return Htmx.conflict(
                    htmx ? EditorTemplates.changed(page, "editor-refused", "") : EditorTemplates.edit(page), PATCH);
        }
    }

    /** The form of a task; {@code checked} tells what is wrong at once. */
    @GET
    @Path("/{key}")
    @Blocking
    public TemplateInstance show(
            @RestPath UUID draft,
            @RestPath String key,
            @RestQuery boolean checked,
            @RestHeader(Htmx.REQUEST) boolean htmx) {
        var telling = checked ? TaskForms.Telling.ALL : TaskForms.Telling.NOTHING;
        return EditorTemplates.task(forms.show(user.actor(), new TaskForms.Address(draft, key), telling), htmx);
    }

    /** Takes what was typed into the draft: field by field with JavaScript, and with Done. */
    @POST
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public RestResponse<TemplateInstance> save(
            @RestPath UUID draft,
            @RestPath String key,
            MultivaluedMap<String, String> form,
            @RestHeader(Htmx.REQUEST) boolean htmx) {
        var isDone = form.containsKey("done");
        var telling = isDone ? TaskForms.Telling.ALL : TaskForms.Telling.FILLED;
        var page = forms.save(user.actor(), new TaskForms.Address(draft, key), Typed.of(form), telling);
        if (page.stale()) {
            return Htmx.conflict(
                    htmx ? EditorTemplates.fields(page, "task-stale") : EditorTemplates.task(page, false), PATCH);
        }
        if (form.containsKey("upload")) {
            return Htmx.goTo(URI.create(page.href() + "/upload"), htmx);
        }
        if (!isDone) {
            return RestResponse.ok(htmx ? EditorTemplates.fields(page, "") : EditorTemplates.task(page, false));
        }
        if (!page.problems().isEmpty()) {
            return Htmx.problems(
                    htmx ? EditorTemplates.fields(page, "problems") : EditorTemplates.task(page, false), PATCH);
        }
        return htmx && form.containsKey("dialog")
                ? closeDialog(draft, key)
                : Htmx.goTo(URI.create(page.sheet().back()), htmx);
    }

    private RestResponse<TemplateInstance> closeDialog(UUID draft, String key) {
        var page = pages.of(user.actor(), draft, EditorPages.Telling.NOTHING);
        return Htmx.closeDialog(EditorTemplates.changed(page, "task-" + key, ""));
    }
}
