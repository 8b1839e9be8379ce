package dev.slipway.preview;

import dev.slipway.identity.CurrentUser;
import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** What the tasks that a checkpoint holds back would change. */
@Path("/releases/{releaseId}/executions/{no}/steps/{task}/changes")
@Produces(MediaType.TEXT_HTML)
public class CheckpointChangesResource {

    private final Previews previews;
    private final CurrentUser user;

    CheckpointChangesResource(Previews previews, CurrentUser user) {
        this.previews = previews;
        this.user = user;
    }

    /** For the dialog of the decision, or as a page. */
    @GET
    @Blocking
    public TemplateInstance show(
            @RestPath UUID releaseId, @RestPath int no, @RestPath String task, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return ExecuteChangesResource.draw(previews.ofCheckpoint(user.actor(), releaseId, no, task), htmx);
    }
}
