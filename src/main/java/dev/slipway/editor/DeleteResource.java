package dev.slipway.editor;

import dev.slipway.execution.Execution;
import dev.slipway.identity.CurrentUser;
import dev.slipway.release.ReleaseTasks;
import dev.slipway.web.Htmx;
import dev.slipway.web.Messages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Delete: asks once, says what goes, and deletes. */
@Path("/releases/{id}/delete")
@Produces(MediaType.TEXT_HTML)
public class DeleteResource {

    private final ReleaseTasks releases;
    private final CurrentUser user;
    private final Messages messages;
    private final EditorMessages texts;

    DeleteResource(ReleaseTasks releases, CurrentUser user, Messages messages, EditorMessages texts) {
        this.releases = releases;
        this.user = user;
        this.messages = messages;
        this.texts = texts;
    }

    /** The question. */
    @GET
    @Transactional
    public TemplateInstance ask(@RestPath UUID id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var release = releases.forEditing(user.actor(), id);
        Execution.requireNoneActive(id);
        var href = "/releases/" + id;
        var sheet = Sheet.of(release, texts.deleteRelease(release.name()), messages);
        var says =
                texts.deleteReleaseSays(release.phases().size(), release.steps().size(), release.executions());
        var page = new QuestionPage(sheet, says, href + "/delete", "", "", false, texts.delete());
        return EditorTemplates.question(page, htmx);
    }

    /** The answer. */
    @POST
    @Blocking
    public RestResponse<TemplateInstance> delete(@RestPath UUID id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        releases.delete(user.actor(), id);
        return Htmx.goTo(URI.create("/releases"), htmx);
    }
}
