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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Components: what runs of one, its versions, and what ran before. */
@Path("/components")
@Produces(MediaType.TEXT_HTML)
public class ComponentResource extends PartResource {

    private final CurrentUser user;
    private final CurrentPlace place;
    private final Components components;
    private final ComponentPages pages;
    private final PartEditor editor;

    ComponentResource(
            CurrentUser user, CurrentPlace place, Components components, ComponentPages pages, PartEditor editor) {
        super(PartKind.COMPONENT, editor);
        this.user = user;
        this.place = place;
        this.components = components;
        this.pages = pages;
        this.editor = editor;
    }

    /**
     * Shows one of them.
     *
     * @param after the version after which the list of versions goes on, which is about older ones
     * @param before the deployment before which the history goes on
     */
    @GET
    @Path("/{id}")
    @Blocking
    public TemplateInstance show(
            @RestPath UUID id, @RestQuery @Nullable String after, @RestQuery @Nullable String before) {
        return CatalogTemplates.show(pages.show(user.actor(), id, PartFields.id(after), PartFields.id(before)));
    }

    /** Shows how two versions differ: those of these numbers, or where there is none the newest and the one before. */
    @GET
    @Path("/{id}/versions/diff")
    @Blocking
    public TemplateInstance compare(
            @RestPath UUID id, @RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        return CatalogTemplates.diff(pages.compare(user.actor(), id, from, to));
    }

    /** Asks for a new one, in this application where one is given. */
    @GET
    @Path("/new")
    @Blocking
    public TemplateInstance askForNew(@RestQuery @Nullable String application) {
        return editor.askForNew(PartKind.COMPONENT, choices(application, null));
    }

    /** Creates one. */
    @POST
    @Blocking
    public RestResponse<TemplateInstance> create(@BeanParam PartFields fields) {
        return editor.create(
                PartKind.COMPONENT,
                fields,
                choices(fields.application, fields.environment),
                () -> components.create(
                        user.actor(), fields.applicationId(), fields.environmentId(), fields.details()));
    }

    private List<PartPage.Choice> choices(@Nullable String application, @Nullable String environment) {
        var here = place.place();
        user.actor().require(here.projectId(), Permission.EDIT);
        return pages.choices(here, PartFields.id(application), PartFields.id(environment));
    }
}
