package dev.slipway.catalog;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.project.Permission;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The applications of the current project, with what runs of them. */
@Path("/applications")
@Produces(MediaType.TEXT_HTML)
public class ApplicationResource extends PartResource {

    private final CurrentUser user;
    private final CurrentPlace place;
    private final Applications applications;
    private final ApplicationPages pages;
    private final PartEditor editor;

    ApplicationResource(
            CurrentUser user,
            CurrentPlace place,
            Applications applications,
            ApplicationPages pages,
            PartEditor editor) {
        super(PartKind.APPLICATION, editor);
        this.user = user;
        this.place = place;
        this.applications = applications;
        this.pages = pages;
        this.editor = editor;
    }

    /** Shows all of them. */
    @GET
    public TemplateInstance list() {
        return CatalogTemplates.applications(pages.all(user.actor(), place.place()));
    }

    /** Shows one of them. */
    @GET
    @Path("/{id}")
    @Blocking
    public TemplateInstance show(@RestPath UUID id) {
        return CatalogTemplates.application(
                pages.one(user.actor(), id, place.place().region()));
    }

    /** Asks for a new one. */
    @GET
    @Path("/new")
    public TemplateInstance askForNew() {
        user.actor().require(place.place().projectId(), Permission.EDIT);
        return editor.askForNew(PartKind.APPLICATION, List.of());
    }

    /** Creates one. */
    @POST
    @Blocking
    public RestResponse<TemplateInstance> create(@BeanParam PartFields fields) {
        return editor.create(
                PartKind.APPLICATION,
                fields,
                List.of(),
                () -> applications.create(user.actor(), place.place().projectId(), fields.details()));
    }
}
