package dev.slipway.editor;

import dev.slipway.execution.AlreadyActive;
import dev.slipway.identity.CurrentUser;
import dev.slipway.release.EditedMeanwhile;
import dev.slipway.release.InvalidDefinition;
import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The editor of one draft: its orchestration, and what ends it. */
@Path("/releases/drafts/{draft}")
@Produces(MediaType.TEXT_HTML)
public class DraftResource {

    private static final String PATCH = "#patch";

    private final Drafts drafts;
    private final EditorPages pages;
    private final Meanwhile meanwhile;
    private final CurrentUser user;
    private final EditorMessages texts;

    DraftResource(Drafts drafts, EditorPages pages, Meanwhile meanwhile, CurrentUser user, EditorMessages texts) {
        this.drafts = drafts;
        this.pages = pages;
        this.meanwhile = meanwhile;
        this.user = user;
        this.texts = texts;
    }

    /** The editor, to htmx the parts of it that change. */
    @GET
    @Blocking
    public TemplateInstance show(
            @RestPath UUID draft, @RestQuery boolean checked, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var telling = EditorPages.Telling.all(checked);
        return draw(draft, telling, htmx);
    }

    /** Whoever loads the answer to a form again, or comes back to it after signing in, is led to the editor. */
    @GET
    @Path("/{answer: changes|saving}")
    public RestResponse<Void> showAgain(@RestPath UUID draft) {
        return RestResponse.seeOther(URI.create(Draft.href(draft)));
    }

    /** Adds, moves, duplicates or deletes a part. */
    @POST
    @Path("/changes")
    @Blocking
    public RestResponse<TemplateInstance> change(
            @RestPath UUID draft, @BeanParam ChangeForm form, @RestHeader(Htmx.REQUEST) boolean htmx) {
        try {
            var done = drafts.arrange(user.actor(), draft, form.shape(), form.change());
            return Htmx.done(
                    htmx,
                    () -> EditorTemplates.changed(
                            pages.of(user.actor(), draft, EditorPages.Telling.changed(form.checked, done.phases())),
                            done.focus(),
                            done.said()),
                    Draft.href(draft) + "#" + done.focus());
        } catch (Refused why) {
            return Htmx.conflict(draw(draft, EditorPages.Telling.refused(form.checked, why), htmx), PATCH);
        }
    }

    /** Saves the draft as what the release task says. */
    @POST
    @Path("/saving")
    @Blocking
    public RestResponse<TemplateInstance> save(
            @RestPath UUID draft, @RestForm @Nullable Integer over, @RestHeader(Htmx.REQUEST) boolean htmx) {
        try {
            return Htmx.goTo(URI.create("/releases/" + drafts.save(user.actor(), draft, over)), htmx);
        } catch (InvalidDefinition e) {
            return Htmx.problems(draw(draft, EditorPages.Telling.problems(e.problems()), htmx), PATCH);
        } catch (AlreadyActive e) {
            var refused = new Refused(texts.editorNotWhileActive(e.no()));
            return Htmx.conflict(draw(draft, EditorPages.Telling.refused(false, refused), htmx), PATCH);
        } catch (EditedMeanwhile e) {
            return Htmx.conflict(EditorTemplates.meanwhile(meanwhile.of(user.actor(), draft)), PATCH);
        }
    }

    /** What others have saved since the draft began. */
    @GET
    @Path("/meanwhile")
    @Blocking
    public TemplateInstance compare(@RestPath UUID draft) {
        return EditorTemplates.meanwhile(meanwhile.of(user.actor(), draft));
    }

    /** Asks whether to drop the draft. */
    @GET
    @Path("/discarding")
    @Blocking
    public TemplateInstance askToDiscard(@RestPath UUID draft, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return EditorTemplates.question(pages.discarding(user.actor(), draft), htmx);
    }

    /** Drops the draft. */
    @POST
    @Path("/discarding")
    @Blocking
    public RestResponse<TemplateInstance> discard(@RestPath UUID draft, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var release = drafts.discard(user.actor(), draft);
        return Htmx.goTo(URI.create(release == null ? "/releases" : "/releases/" + release), htmx);
    }

    private TemplateInstance draw(UUID draft, EditorPages.Telling telling, boolean htmx) {
        var page = pages.of(user.actor(), draft, telling);
        var focus = page.refused() == null ? "" : "editor-refused";
        return htmx ? EditorTemplates.changed(page, focus, "") : EditorTemplates.edit(page);
    }
}
