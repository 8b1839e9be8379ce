package dev.slipway.catalog;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.identity.CurrentUser;
import dev.slipway.project.UnknownRecord;
import dev.slipway.target.Previewing;
import dev.slipway.target.TargetProblem;
import dev.slipway.target.Targets;
import dev.slipway.web.Htmx;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** How a component differs from what was released. Asked outside of any transaction. */
@Path("/components/{id}/drift")
@Produces(MediaType.TEXT_HTML)
public class DriftResource {

    private final CurrentUser user;
    private final Inventory inventory;
    private final Targets targets;

    DriftResource(CurrentUser user, Inventory inventory, Targets targets) {
        this.user = user;
        this.inventory = inventory;
        this.targets = targets;
    }

    /** For the page of the component, or as a page of its own. */
    @GET
    @Blocking
    public TemplateInstance show(@RestPath UUID id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var row = QuarkusTransaction.requiringNew().call(() -> {
            PartKind.COMPONENT.seenBy(user.actor(), id);
            return inventory.component(id);
        });
        var page = page(row);
        return htmx ? CatalogTemplates.drift$found(page) : CatalogTemplates.drift(page);
    }

    private DriftPage page(Inventory.Row row) {
        if (!(targets.of(row.kind()) instanceof Previewing target)) {
            throw new UnknownRecord("drift of component", row.id().toString());
        }
        try {
            return new DriftPage(row, target.drift(row.ref()), "");
        } catch (TargetProblem e) {
            return new DriftPage(row, List.of(), requireNonNullElse(e.getMessage(), ""));
        }
    }
}
