package dev.slipway.catalog;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.project.Permission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The applications of the current project, with what runs of them. */
@Path("/applications")
@Produces(MediaType.TEXT_HTML)
public class ApplicationResource {

    private final CurrentUser user;
    private final CurrentPlace place;
    private final Inventory inventory;
    private final HealthRound healthRound;

    ApplicationResource(CurrentUser user, CurrentPlace place, Inventory inventory, HealthRound healthRound) {
        this.user = user;
        this.place = place;
        this.inventory = inventory;
        this.healthRound = healthRound;
    }

    /** Shows all of them. */
    @GET
    public TemplateInstance list() {
        var here = place.place();
        user.actor().require(here.projectId(), Permission.VIEW);
        var applications = QuarkusTransaction.requiringNew().call(() -> Application.of(here.projectId()));
        var components = inventory.components(here.projectId());
        // No transaction is open any more, so that a component that hangs keeps no connection.
        var health = healthRound.ask(components);
        return CatalogTemplates.applications(ApplicationsPage.of(applications, components, health, here.region()));
    }
}
