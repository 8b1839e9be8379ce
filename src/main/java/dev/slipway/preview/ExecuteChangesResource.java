package dev.slipway.preview;

import dev.slipway.identity.CurrentUser;
import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** What executing a release task would change. It changes nothing itself: a selection of tasks is too long for an address. */
@Path("/releases/{id}/execute/changes")
@Produces(MediaType.TEXT_HTML)
public class ExecuteChangesResource {

    private final Previews previews;
    private final CurrentUser user;

    ExecuteChangesResource(Previews previews, CurrentUser user) {
        this.previews = previews;
        this.user = user;
    }

    /** What all tasks would change. */
    @GET
    @Blocking
    public TemplateInstance all(@RestPath UUID id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return draw(previews.ofExecution(user.actor(), id, null), htmx);
    }

    /** What the selected tasks would change. */
    @POST
    @Blocking
    public TemplateInstance selected(
            @RestPath UUID id, @RestForm("task") Set<String> tasks, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return draw(previews.ofExecution(user.actor(), id, tasks), htmx);
    }

    static TemplateInstance draw(ChangesPage page, boolean htmx) {
        return htmx ? PreviewTemplates.changes(page) : PreviewTemplates.page(page);
    }
}
