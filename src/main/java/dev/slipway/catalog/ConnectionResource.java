package dev.slipway.catalog;

import dev.slipway.identity.CurrentUser;
import dev.slipway.target.BadConnection;
import dev.slipway.target.Connectable.Finding;
import dev.slipway.target.Connection;
import dev.slipway.target.TargetProblem;
import dev.slipway.web.FormProblem;
import dev.slipway.web.Htmx;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** How an environment is reached, and whether it can be; for administrators of its project. */
@Path("/environments/{id}/connection")
@Produces(MediaType.TEXT_HTML)
public class ConnectionResource {

    private static final String MAIN = "#main";

    private final CurrentUser user;
    private final StoredConnections connections;

    ConnectionResource(CurrentUser user, StoredConnections connections) {
        this.user = user;
        this.connections = connections;
    }

    /** Asks for it; what is secret is not shown. */
    @GET
    @Transactional
    public TemplateInstance ask(@RestPath UUID id) {
        return CatalogTemplates.connection(page(id));
    }

    private ConnectionPage page(UUID id) {
        var environment = StoredConnections.connectable(user.actor(), id);
        connections.target(environment);
        Map<String, String> settings = Map.of("access", "kubeconfig", "namespace", "default");
        Set<String> kept = Set.of();
        List<FormProblem> problems = List.of();
        if (environment.connectionEdition > 0) {
            try {
                var stored = connections.stored(environment);
                settings = stored.settings();
                kept = stored.secrets().keySet();
            } catch (TargetProblem lost) {
                problems = List.of(new FormProblem("access", String.valueOf(lost.getMessage())));
            }
        }
        return new ConnectionPage(id, environment.name(), environment.connectionEdition, settings, kept, problems);
    }

    /** Saves it and tests it, or asks again. */
    @POST
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<TemplateInstance> save(@RestPath UUID id, @BeanParam ConnectionForm form) {
        try {
            connections.connect(user.actor(), id, form.edition, form.answers());
            return RestResponse.seeOther(URI.create("/environments/%s/connection/check".formatted(id)));
        } catch (BadConnection e) {
            var problem = new FormProblem(e.field(), String.valueOf(e.getMessage()));
            return Htmx.problems(CatalogTemplates.connection(again(id, form, problem)), MAIN);
        }
    }

    /** The form with what was typed, but for secrets, which have to be typed again. */
    private ConnectionPage again(UUID id, ConnectionForm form, FormProblem problem) {
        var stored = QuarkusTransaction.requiringNew().call(() -> page(id));
        return new ConnectionPage(
                id, stored.environment(), form.edition, form.answers(), stored.kept(), List.of(problem));
    }

    /** Tests it: what is there, and what is missing. */
    @GET
    @Path("/check")
    @Blocking
    public TemplateInstance check(@RestPath UUID id) {
        var environment = QuarkusTransaction.requiringNew().call(() -> StoredConnections.connectable(user.actor(), id));
        var target = connections.target(environment);
        return CatalogTemplates.check(new CheckPage(id, environment.name(), findings(target, id)));
    }

    // No transaction is open any more, so that a cluster that hangs keeps no connection to the database.
    private List<Finding> findings(dev.slipway.target.Connectable target, UUID id) {
        try {
            Connection connection = connections.of(id);
            return target.check(connection);
        } catch (TargetProblem e) {
            return List.of(new Finding(false, String.valueOf(e.getMessage())));
        }
    }
}
