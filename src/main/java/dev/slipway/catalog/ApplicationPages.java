package dev.slipway.catalog;

import dev.slipway.identity.Place;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Looks up applications, and asks how their components do. */
@ApplicationScoped
class ApplicationPages {

    private final Inventory inventory;
    private final HealthRound healthRound;

    ApplicationPages(Inventory inventory, HealthRound healthRound) {
        this.inventory = inventory;
        this.healthRound = healthRound;
    }

    /** All applications of the place. */
    ApplicationsPage all(Actor actor, Place here) {
        actor.require(here.projectId(), Permission.VIEW);
        var applications = QuarkusTransaction.requiringNew().call(() -> Application.of(here.projectId()));
        var components = inventory.components(here.projectId());
        return page(actor, here.projectId(), here.region(), applications, components);
    }

    /**
     * One application.
     *
     * @throws dev.slipway.project.UnknownRecord if it is none of the actor's business
     */
    ApplicationsPage one(Actor actor, UUID id, String region) {
        var application =
                (Application) QuarkusTransaction.requiringNew().call(() -> PartKind.APPLICATION.seenBy(actor, id));
        return page(actor, application.projectId(), region, List.of(application), inventory.componentsOf(id));
    }

    // No transaction is open any more, so that a component that hangs keeps no connection.
    private ApplicationsPage page(
            Actor actor,
            String projectId,
            String region,
            List<Application> applications,
            List<Inventory.Row> components) {
        return new ApplicationsPage(
                ApplicationsPage.entries(applications, components, healthRound.ask(components), region),
                actor.may(projectId, PartKind.APPLICATION.permission()));
    }
}
