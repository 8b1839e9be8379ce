package dev.slipway.editor;

import dev.slipway.execution.FailMode;
import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.Definition;
import dev.slipway.release.Keys;
import dev.slipway.release.ReleaseTask;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Create Release Task: asks for name and place; the answer becomes a draft, to be orchestrated next. */
@Path("/releases/new")
@Produces(MediaType.TEXT_HTML)
public class NewReleaseResource {

    private final Drafts drafts;
    private final BasicsPages pages;
    private final CurrentUser user;
    private final CurrentPlace place;
    private final Messages messages;
    private final EditorMessages texts;

    NewReleaseResource(
            Drafts drafts,
            BasicsPages pages,
            CurrentUser user,
            CurrentPlace place,
            Messages messages,
            EditorMessages texts) {
        this.drafts = drafts;
        this.pages = pages;
        this.user = user;
        this.place = place;
        this.messages = messages;
        this.texts = texts;
    }

    /** The form, with a name made up. */
    @GET
    @Blocking
    public TemplateInstance ask() {
        var project = place.place().projectId();
        user.actor().require(project, Permission.EDIT);
        var text = new BasicsText(project, "release-" + Keys.random(), "", false);
        return EditorTemplates.basics(pages.ask(asking(text)), false);
    }

    /** Makes the draft. */
    @POST
    @Blocking
    public RestResponse<TemplateInstance> create(@BeanParam BasicsForm form) {
        var text = form.text(place.place().projectId());
        user.actor().require(text.project(), Permission.EDIT);
        var home = new ReleaseTask.Home(text.project(), place.place().region());
        var problems = pages.problems(text, home, null);
        if (!problems.isEmpty()) {
            return Htmx.problems(EditorTemplates.basics(pages.ask(asking(text), problems), false), Htmx.MAIN);
        }
        var empty = text.in(new Definition("", "", FailMode.STOP, List.of()));
        var first = new Arrangement(empty, Keys::random).addPhase(texts.editorNewPhase());
        return RestResponse.seeOther(URI.create(Draft.href(drafts.create(user.actor(), home, first))));
    }

    /** Tells whether a name is right and free, while it is typed. */
    @GET
    @Path("/name")
    @Blocking
    public TemplateInstance checkName(
            @RestQuery @Nullable String name, @RestQuery @Nullable String project, @RestQuery @Nullable UUID self) {
        var home = new ReleaseTask.Home(
                project == null ? place.place().projectId() : project,
                place.place().region());
        if (!user.actor().isMemberOf(home.projectId())) {
            throw new UnknownRecord("project", home.projectId());
        }
        var text = new BasicsText(home.projectId(), TaskForm.plain(name).strip(), "", false);
        var problems = pages.problems(text, home, self);
        return EditorTemplates.nameState(
                problems.isEmpty() ? "" : problems.get(0).message());
    }

    private BasicsPages.Asking asking(BasicsText text) {
        var sheet = new Sheet(
                texts.createReleaseTask(),
                List.of(new Sheet.Crumb(messages.regionReleaseTasks(), "/releases")),
                "/releases",
                "");
        var target =
                new BasicsPage.Target("/releases/new", false, "", place.place().region(), texts.editorContinue());
        return new BasicsPages.Asking(sheet, target, text, "", user.projectsWith(Permission.EDIT));
    }
}
