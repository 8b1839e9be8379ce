package dev.slipway.editor;

import dev.slipway.identity.CurrentUser;
import dev.slipway.identity.ProjectChoice;
import dev.slipway.project.Permission;
import dev.slipway.release.EditedMeanwhile;
import dev.slipway.release.InvalidDefinition;
import dev.slipway.release.ReleaseTask;
import dev.slipway.release.ReleaseTasks;
import dev.slipway.web.Htmx;
import dev.slipway.web.Messages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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

/** Set Basic Info: changes name, project, description and policy of a release task at once, without a draft. */
@Path("/releases/{id}/basic-info")
@Produces(MediaType.TEXT_HTML)
public class BasicInfoResource {

    private final ReleaseTasks releases;
    private final Drafts drafts;
    private final BasicsPages pages;
    private final CurrentUser user;
    private final Messages messages;
    private final EditorMessages texts;

    BasicInfoResource(
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

    /** The dialog, or the page that stands in for it. */
    @GET
    @Blocking
    public TemplateInstance ask(@RestPath UUID id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var release = releases.forEditing(user.actor(), id);
        var text = BasicsText.of(release);
        return EditorTemplates.basics(pages.ask(asking(release, text)), htmx);
    }

    /** Saves it. */
    @POST
    @Blocking
    public RestResponse<TemplateInstance> save(
            @RestPath UUID id, @BeanParam BasicsForm form, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var release = releases.forEditing(user.actor(), id);
        var text = form.text(release.projectId());
        user.actor().require(text.project(), Permission.EDIT);
        var problems = pages.problems(text, new ReleaseTask.Home(text.project(), release.regionId()), id);
        if (!problems.isEmpty()) {
            return Htmx.problems(EditorTemplates.basics(pages.ask(asking(release, text), problems), htmx), Htmx.DIALOG);
        }
        try {
            drafts.saveBasics(user.actor(), new ReleaseTasks.Base(id, revision(form)), text);
            return Htmx.goTo(URI.create("/releases/" + id), htmx);
        } catch (InvalidDefinition e) {
            return Htmx.problems(
                    EditorTemplates.basics(pages.ask(asking(release, text), e.problems()), htmx), Htmx.DIALOG);
        } catch (EditedMeanwhile e) {
            return Htmx.conflict(EditorTemplates.basics(pages.stale(asking(release, text), e.by()), htmx), Htmx.DIALOG);
        }
    }

    private static int revision(BasicsForm form) {
        return form.seen().matches("\\d{1,9}") ? Integer.parseInt(form.seen()) : 0;
    }

    private List<ProjectChoice> projects() {
        var editable = user.projectsWith(Permission.EDIT);
        return editable.size() > 1 ? editable : List.of();
    }

    private BasicsPages.Asking asking(ReleaseTask release, BasicsText text) {
        var href = "/releases/" + release.id();
        var sheet = Sheet.of(release, texts.setBasicInfoOf(release.name()), messages);
        var target = new BasicsPage.Target(
                href + "/basic-info", false, release.id().toString(), release.regionId(), texts.save());
        return new BasicsPages.Asking(sheet, target, text, String.valueOf(release.revision()), projects());
    }
}
