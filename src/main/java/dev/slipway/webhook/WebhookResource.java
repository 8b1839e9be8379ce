package dev.slipway.webhook;

import dev.slipway.identity.CurrentUser;
import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The webhooks of a project. */
@Path("/projects/{project}/webhooks")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class WebhookResource {

    private final CurrentUser user;
    private final Webhooks webhooks;
    private final WebhookPages pages;

    WebhookResource(CurrentUser user, Webhooks webhooks, WebhookPages pages) {
        this.user = user;
        this.webhooks = webhooks;
        this.pages = pages;
    }

    /** Shows all of them. */
    @GET
    public TemplateInstance list(@RestPath String project) {
        return WebhookTemplates.list(pages.all(user.actor(), project));
    }

    /** Asks for a new one. */
    @GET
    @Path("/new")
    public TemplateInstance askForNew(@RestPath String project) {
        return WebhookTemplates.form(pages.blank(user.actor(), project));
    }

    /** Creates one, and shows its secret. */
    @POST
    public RestResponse<TemplateInstance> create(@RestPath String project, @BeanParam WebhookForm form) {
        var typed = form.typed();
        try {
            var issued = webhooks.create(user.actor(), project, typed);
            return RestResponse.ok(WebhookTemplates.secret(pages.secret(project, issued)));
        } catch (InvalidWebhook e) {
            var page = pages.blank(user.actor(), project).refused(typed, 0, e.problems());
            return Htmx.problems(WebhookTemplates.form(page), Htmx.MAIN);
        }
    }

    /** Shows one, with its log from a point on. */
    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String project, @RestPath UUID id, @RestQuery @Nullable String before) {
        return WebhookTemplates.one(pages.one(user.actor(), project, id, LogCursor.read(before)));
    }

    /** Asks for name, address and events. */
    @GET
    @Path("/{id}/edit")
    public TemplateInstance askToEdit(@RestPath String project, @RestPath UUID id) {
        return WebhookTemplates.form(pages.editing(user.actor(), project, id));
    }

    /** Saves them. */
    @POST
    @Path("/{id}/edit")
    public RestResponse<TemplateInstance> edit(
            @RestPath String project, @RestPath UUID id, @BeanParam WebhookForm form) {
        var typed = form.typed();
        try {
            webhooks.edit(user.actor(), project, id, typed, form.edition());
            return goTo(project, id);
        } catch (InvalidWebhook e) {
            var page = pages.editing(user.actor(), project, id).refused(typed, form.edition(), e.problems());
            return Htmx.problems(WebhookTemplates.form(page), Htmx.MAIN);
        }
    }

    /** Pauses it, or lets it go on. */
    @POST
    @Path("/{id}/state")
    public RestResponse<TemplateInstance> change(
            @RestPath String project, @RestPath UUID id, @RestForm boolean enabled) {
        if (enabled) {
            webhooks.enable(user.actor(), project, id);
        } else {
            webhooks.pause(user.actor(), project, id);
        }
        return goTo(project, id);
    }

    /** Asks whether it may go. */
    @GET
    @Path("/{id}/delete")
    public TemplateInstance askToDelete(
            @RestPath String project, @RestPath UUID id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return pages.deleting(user.actor(), project, id).ask(htmx);
    }

    /** Deletes it. */
    @POST
    @Path("/{id}/delete")
    public RestResponse<TemplateInstance> delete(
            @RestPath String project, @RestPath UUID id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        webhooks.delete(user.actor(), project, id);
        return Htmx.goTo(URI.create("/projects/%s/webhooks".formatted(project)), htmx);
    }

    private static RestResponse<TemplateInstance> goTo(String project, UUID id) {
        return RestResponse.seeOther(URI.create(WebhookPages.path(project, id)));
    }
}
