package dev.slipway.editor;

import dev.slipway.identity.CurrentUser;
import dev.slipway.release.ReleaseTask;
import dev.slipway.release.ReleaseTasks;
import dev.slipway.web.Htmx;
import dev.slipway.web.Messages;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Clone: loads everything a release task says into a draft of a new one, under another name. */
@Path("/releases/{id}/clone")
@Produces(MediaType.TEXT_HTML)
public class CloneResource {

    private static final int LONGEST_START = 58;

    private final ReleaseTasks releases;
    private final Drafts drafts;
    private final BasicsPages pages;
    private final CurrentUser user;
    private final Messages messages;
    private final EditorMessages texts;

    CloneResource(
            ReleaseTasks releases,
            Drafts drafts,
            BasicsPages pages,
            CurrentUser user,
            Messages messages,
            EditorMessages texts) {
        this.releases = releases;
        this.drafts = drafts;
        this.pages = pages;
        this.user = user;
        this.messages = messages;
        this.texts = texts;
    }

    /** Asks for the new name. */
    @GET
    @Transactional
    public TemplateInstance ask(@RestPath UUID id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var source = releases.forEditing(user.actor(), id);
        var text = BasicsText.of(source);
        var named = new BasicsText(text.project(), freeName(source), text.description(), text.bestEffort());
        return EditorTemplates.basics(pages.ask(asking(source, named)), htmx);
    }

    /** Makes the draft. */
    @POST
    @Transactional
    public RestResponse<TemplateInstance> create(
            @RestPath UUID id, @BeanParam BasicsForm form, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var source = releases.forEditing(user.actor(), id);
        var home = new ReleaseTask.Home(source.projectId(), source.regionId());
        var text = form.text(source.projectId());
        var problems = pages.problems(text, home, null);
        if (!problems.isEmpty()) {
            return Htmx.problems(EditorTemplates.basics(pages.ask(asking(source, text), problems), htmx), Htmx.DIALOG);
        }
        var draft = drafts.create(user.actor(), home, text.in(source.definition()));
        return Htmx.goTo(URI.create(Draft.href(draft)), htmx);
    }

    private String freeName(ReleaseTask source) {
        var home = new ReleaseTask.Home(source.projectId(), source.regionId());
        var start =
                source.name().substring(0, Math.min(LONGEST_START, source.name().length()));
        for (int no = 1; ; no++) {
            var name = no == 1
                    ? start + "-copy"
                    : "%s-copy%d".formatted(start.substring(0, Math.min(55, start.length())), no);
            if (ReleaseTask.find(home, name).isEmpty()) {
                return name;
            }
        }
    }

    private BasicsPages.Asking asking(ReleaseTask source, BasicsText text) {
        var href = "/releases/" + source.id();
        var sheet = Sheet.of(source, texts.cloneRelease(source.name()), messages);
        var target = new BasicsPage.Target(href + "/clone", false, "", source.regionId(), texts.editorContinue());
        return new BasicsPages.Asking(sheet, target, text, "", List.of());
    }
}
