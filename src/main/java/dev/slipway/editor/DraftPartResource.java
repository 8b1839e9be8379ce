package dev.slipway.editor;

import dev.slipway.identity.CurrentUser;
import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What has to be asked before a part of a draft is renamed, moved elsewhere or deleted. */
@Path("/releases/drafts/{draft}/parts")
@Produces(MediaType.TEXT_HTML)
public class DraftPartResource {

    private final PartPages pages;
    private final EditorPages editor;
    private final CurrentUser user;

    DraftPartResource(PartPages pages, EditorPages editor, CurrentUser user) {
        this.pages = pages;
        this.editor = editor;
        this.user = user;
    }

    /** Asks where a task or a group is to go; the answer is a change. */
    @GET
    @Path("/place")
    @Blocking
    public TemplateInstance askPlace(
            @RestPath UUID draft, @RestQuery @Nullable String part, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return EditorTemplates.place(pages.place(user.actor(), draft, TaskForm.plain(part)), htmx);
    }

    /** Asks whether to delete a part that is not empty; the answer is a change. */
    @GET
    @Path("/deletion")
    @Blocking
    public TemplateInstance askDeletion(
            @RestPath UUID draft, @RestQuery @Nullable String part, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return EditorTemplates.question(pages.deletion(user.actor(), draft, TaskForm.plain(part)), htmx);
    }

    /** Asks for the name of a phase. */
    @GET
    @Path("/name")
    @Blocking
    public TemplateInstance askName(
            @RestPath UUID draft, @RestQuery @Nullable String part, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return EditorTemplates.rename(pages.name(user.actor(), draft, TaskForm.plain(part)), htmx);
    }

    /** Gives a phase its name. */
    @POST
    @Path("/name")
    @Blocking
    public RestResponse<TemplateInstance> rename(
            @RestPath UUID draft,
            @RestQuery @Nullable String part,
            @RestForm @Nullable String was,
            @RestForm @Nullable String name,
            @RestHeader(Htmx.REQUEST) boolean htmx) {
        var naming = new PartPages.Naming(
                draft,
                TaskForm.plain(part),
                TaskForm.plain(was),
                TaskForm.plain(name).strip());
        var page = pages.rename(user.actor(), naming);
        if (page.problem() != null) {
            return Htmx.problems(EditorTemplates.rename(page, htmx), Htmx.DIALOG);
        }
        return Htmx.done(htmx, () -> renamed(draft, page), page.sheet().back());
    }

    private TemplateInstance renamed(UUID draft, RenamePage page) {
        var changed = editor.of(user.actor(), draft, EditorPages.Telling.NOTHING);
        return EditorTemplates.changed(changed, page.sheet().focus(), "");
    }
}
