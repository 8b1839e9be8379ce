package dev.slipway.catalog;

import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What applications, components and environments have in common: each can be edited and deleted. */
abstract class PartResource {

    private final PartKind kind;
    private final PartEditor editor;

    PartResource(PartKind kind, PartEditor editor) {
        this.kind = kind;
        this.editor = editor;
    }

    /** Asks for its name and description. */
    @GET
    @Path("/{id}/edit")
    @Blocking
    public TemplateInstance askToEdit(@RestPath UUID id) {
        return editor.askToEdit(kind, id);
    }

    /** Saves them. */
    @POST
    @Path("/{id}/edit")
    @Blocking
    public RestResponse<TemplateInstance> edit(@RestPath UUID id, @BeanParam PartFields fields) {
        return editor.edit(kind, id, fields);
    }

    /** Asks whether it may go. */
    @GET
    @Path("/{id}/delete")
    @Blocking
    public TemplateInstance askToDelete(@RestPath UUID id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return editor.askToDelete(kind, id, htmx);
    }

    /** Deletes it. */
    @POST
    @Path("/{id}/delete")
    @Blocking
    public RestResponse<TemplateInstance> delete(@RestPath UUID id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return editor.delete(kind, id, htmx);
    }
}
