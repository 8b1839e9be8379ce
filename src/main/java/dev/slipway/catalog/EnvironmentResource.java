package dev.slipway.catalog;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.project.Permission;
import dev.slipway.web.Messages;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** The environments of the current project and region, with what is in them. */
@Path("/environments")
@Produces(MediaType.TEXT_HTML)
public class EnvironmentResource extends PartResource {

    private final CurrentUser user;
    private final CurrentPlace place;
    private final Environments environments;
    private final Inventory inventory;
    private final PartEditor editor;
    private final Messages messages;

    EnvironmentResource(
            CurrentUser user,
            CurrentPlace place,
            Environments environments,
            Inventory inventory,
            PartEditor editor,
            Messages messages) {
        super(PartKind.ENVIRONMENT, editor);
        this.user = user;
        this.place = place;
        this.environments = environments;
        this.inventory = inventory;
        this.editor = editor;
        this.messages = messages;
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
                environments::isConnectable,
                inventory.components(here.projectId()),
                user.actor().may(here.projectId(), PartKind.ENVIRONMENT.permission())));
    }

    /** Asks for a new one in the current region. */
    @GET
    @Path("/new")
    public TemplateInstance askForNew() {
        user.actor().require(place.place().projectId(), PartKind.ENVIRONMENT.permission());
        return editor.askForNew(PartKind.ENVIRONMENT, kinds(""));
    }

    /** Creates one. */
    @POST
    @Blocking
    public RestResponse<TemplateInstance> create(@BeanParam PartFields fields) {
        var here = place.place();
        var home = new Environment.Home(here.projectId(), here.region());
        return editor.create(
                PartKind.ENVIRONMENT,
                fields,
                kinds(fields.targetKind()),
                () -> environments.create(user.actor(), home, fields.details(), fields.targetKind()));
    }

    private List<PartPage.Choice> kinds(String selected) {
        var options = environments.kinds().stream()
                .map(kind -> new PartPage.Option(kind, messages.environmentsKindInWords(kind), kind.equals(selected)))
                .toList();
        return List.of(new PartPage.Choice("kind", options));
    }
}
