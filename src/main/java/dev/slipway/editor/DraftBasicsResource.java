package dev.slipway.editor;

import dev.slipway.identity.CurrentUser;
import dev.slipway.release.Problem;
import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Set Basic Info in the editor: name, description and policy of a draft. */
@Path("/releases/drafts/{draft}/basic-info")
@Produces(MediaType.TEXT_HTML)
public class DraftBasicsResource {

    private static final String FOCUS = "set-basic-info";

    private final Drafts drafts;
    private final BasicsPages basics;
    private final EditorPages pages;
    private final Labels labels;
    private final CurrentUser user;
    private final EditorMessages texts;

    DraftBasicsResource(
            Drafts drafts,
            BasicsPages basics,
            EditorPages pages,
            Labels labels,
            CurrentUser user,
            EditorMessages texts) {
        this.drafts = drafts;
        this.basics = basics;
        this.pages = pages;
        this.labels = labels;
        this.user = user;
        this.texts = texts;
    }

    /** The dialog, or the page that stands in for it; {@code checked} tells what is wrong at once. */
    @GET
    @Transactional
    public TemplateInstance ask(
            @RestPath UUID draft, @RestQuery boolean checked, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var found = Draft.of(user.actor(), draft);
        var text = BasicsText.of(found.projectId, found.definition);
        var problems = checked ? problems(found, text) : List.<Problem>of();
        return EditorTemplates.basics(basics.ask(asking(found, text), problems), htmx);
    }

    /** Takes them into the draft. */
    @POST
    @Transactional
    public RestResponse<TemplateInstance> save(
            @RestPath UUID draft, @BeanParam BasicsForm form, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var found = Draft.of(user.actor(), draft);
        var text = form.text(found.projectId);
        if (!form.seen().equals(Fingerprint.basics(found.definition))) {
            var page = basics.stale(asking(found, text), texts.editorAnotherTab());
            return Htmx.conflict(EditorTemplates.basics(page, htmx), Htmx.DIALOG);
        }
        var problems = problems(found, text);
        if (!problems.isEmpty()) {
            return Htmx.problems(EditorTemplates.basics(basics.ask(asking(found, text), problems), htmx), Htmx.DIALOG);
        }
        drafts.change(user.actor(), draft, text::in);
        return Htmx.done(htmx, () -> taken(draft), Draft.href(draft) + "#" + FOCUS);
    }

    private TemplateInstance taken(UUID draft) {
        var page = pages.of(user.actor(), draft, EditorPages.Telling.NOTHING);
        return EditorTemplates.changed(page, FOCUS, texts.editorBasicsTaken());
    }

    private List<Problem> problems(Draft draft, BasicsText text) {
        return basics.problems(text, draft.home(), draft.releaseTaskId);
    }

    private BasicsPages.Asking asking(Draft draft, BasicsText text) {
        var target = new BasicsPage.Target(
                Draft.href(draft.id) + "/basic-info",
                true,
                Objects.toString(draft.releaseTaskId, ""),
                draft.regionId,
                texts.done());
        return new BasicsPages.Asking(
                labels.sheet(draft, texts.setBasicInfo(), FOCUS),
                target,
                text,
                Fingerprint.basics(draft.definition),
                List.of());
    }
}
