package dev.slipway.catalog;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.identity.CurrentUser;
import dev.slipway.project.UnknownRecord;
import dev.slipway.target.Inspectable;
import dev.slipway.target.TargetProblem;
import dev.slipway.target.Targets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What runs of a component where that is more than one thing: pods. Asked outside of any transaction. */
@Path("/components/{id}/instances")
@Produces(MediaType.TEXT_HTML)
public class InstanceResource {

    private final CurrentUser user;
    private final Inventory inventory;
    private final Targets targets;

    InstanceResource(CurrentUser user, Inventory inventory, Targets targets) {
        this.user = user;
        this.inventory = inventory;
        this.targets = targets;
    }

    /** Shows all of them. */
    @GET
    @Blocking
    public TemplateInstance list(@RestPath UUID id) {
        var row = row(id);
        try {
            return CatalogTemplates.instances(new InstancesPage(row, target(row).instances(row.ref()), ""));
        } catch (TargetProblem e) {
            return CatalogTemplates.instances(new InstancesPage(row, List.of(), said(e)));
        }
    }

    /** Shows the last lines of the log of one, or of its run before the last restart. */
    @GET
    @Path("/{name}/log")
    @Blocking
    public TemplateInstance log(@RestPath UUID id, @RestPath String name, @RestQuery boolean previous) {
        var row = row(id);
        try {
            var lines = target(row).log(row.ref(), name, previous);
            return CatalogTemplates.instanceLog(new InstanceLogPage(row, name, previous, lines, ""));
        } catch (TargetProblem e) {
            return CatalogTemplates.instanceLog(new InstanceLogPage(row, name, previous, List.of(), said(e)));
        }
    }

    private Inventory.Row row(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            PartKind.COMPONENT.seenBy(user.actor(), id);
            return inventory.component(id);
        });
    }

    private Inspectable target(Inventory.Row row) {
        if (targets.of(row.kind()) instanceof Inspectable inspectable) {
            return inspectable;
        }
        throw new UnknownRecord("instances of component", row.id().toString());
    }

    private static String said(TargetProblem e) {
        return requireNonNullElse(e.getMessage(), "");
    }
}
