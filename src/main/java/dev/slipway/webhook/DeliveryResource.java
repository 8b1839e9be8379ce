package dev.slipway.webhook;

import dev.slipway.identity.CurrentUser;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What a webhook sends because somebody says so. */
@Path("/projects/{project}/webhooks/{id}/deliveries")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DeliveryResource {

    private final CurrentUser user;
    private final Webhooks webhooks;

    DeliveryResource(CurrentUser user, Webhooks webhooks) {
        this.user = user;
        this.webhooks = webhooks;
    }

    /** Sends a test event. */
    @POST
    public RestResponse<TemplateInstance> test(@RestPath String project, @RestPath UUID id) {
        webhooks.test(user.actor(), project, id);
        return goBack(project, id);
    }

    /** Sends something once more. */
    @POST
    @Path("/{delivery}")
    public RestResponse<TemplateInstance> resend(@RestPath String project, @RestPath UUID id, @RestPath long delivery) {
        webhooks.resend(user.actor(), project, id, delivery);
        return goBack(project, id);
    }

    private static RestResponse<TemplateInstance> goBack(String project, UUID id) {
        return RestResponse.seeOther(URI.create(WebhookPages.path(project, id) + "#log"));
    }
}
