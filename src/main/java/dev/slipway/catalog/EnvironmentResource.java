package dev.slipway.catalog;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.project.Permission;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The environments of the current project and region, with what is in them. */
@Path("/environments")
@Produces(MediaType.TEXT_HTML)
public class EnvironmentResource {

    private final CurrentUser user;
    private final CurrentPlace place;
    private final Inventory inventory;

    EnvironmentResource(CurrentUser user, CurrentPlace place, Inventory inventory) {
        this.user = user;
        this.place = place;
        this.inventory = inventory;
    }

    /** Shows all of them. */
    @GET
    @Transactional
    public TemplateInstance list() {
        var here = place.place();
        user.actor().require(here.projectId(), Permission.VIEW);
        return CatalogTemplates.environments(EnvironmentsPage.of(
                here.region(),
                Environment.of(here.projectId(), here.region()),
                inventory.components(here.projectId())));
    }
}
