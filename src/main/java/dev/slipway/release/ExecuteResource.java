package dev.slipway.release;

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

/** Asks which tasks to execute; the answer goes to {@link RecordsResource}. */
@Path("/releases/{id}/execute")
@Produces(MediaType.TEXT_HTML)
public class ExecuteResource {

    private final ExecutePages pages;
    private final CurrentUser user;

    ExecuteResource(ExecutePages pages, CurrentUser user) {
        this.pages = pages;
        this.user = user;
    }

    /** The dialog, or the page that stands in for it. */
    @GET
    @Blocking
    public TemplateInstance ask(@RestPath UUID id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return draw(pages.ask(user.actor(), id), htmx);
    }

    static TemplateInstance draw(ExecutePage page, boolean htmx) {
        return htmx ? ReleaseTemplates.dialog(page) : ReleaseTemplates.execute(page);
    }
}
