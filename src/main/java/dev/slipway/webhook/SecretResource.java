package dev.slipway.webhook;

import dev.slipway.identity.CurrentUser;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** The secret of a webhook, which only its creation shows. */
@Path("/projects/{project}/webhooks/{id}/secret")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SecretResource {

    private final CurrentUser user;
    private final Webhooks webhooks;
    private final WebhookPages pages;

    SecretResource(CurrentUser user, Webhooks webhooks, WebhookPages pages) {
        this.user = user;
        this.webhooks = webhooks;
        this.pages = pages;
    }

    /** Asks whether there should be a new one. */
    @GET
    public TemplateInstance ask(@RestPath String project, @RestPath UUID id) {
        return WebhookTemplates.rotate(pages.one(user.actor(), project, id, LogCursor.NEWEST));
    }

    /** Makes a new one, and shows it. */
    @POST
    public TemplateInstance rotate(@RestPath String project, @RestPath UUID id) {
        return WebhookTemplates.secret(pages.secret(project, webhooks.rotate(user.actor(), project, id)));
    }
}
