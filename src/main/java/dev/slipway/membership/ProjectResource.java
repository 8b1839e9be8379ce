package dev.slipway.membership;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.project.Outdated;
import dev.slipway.project.Permission;
import dev.slipway.project.Project;
import dev.slipway.project.Rejected;
import dev.slipway.web.DetailsFields;
import dev.slipway.web.DetailsForm;
import dev.slipway.web.DetailsForms;
import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The enterprise projects that the user is a member of. */
@Path("/projects")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ProjectResource {

    private final CurrentUser user;
    private final CurrentPlace place;
    private final Projects projects;
    private final ProjectPages pages;
    private final DetailsForms forms;

    ProjectResource(CurrentUser user, CurrentPlace place, Projects projects, ProjectPages pages, DetailsForms forms) {
        this.user = user;
        this.place = place;
        this.projects = projects;
        this.pages = pages;
        this.forms = forms;
    }

    /** Shows all of them. */
    @GET
    public TemplateInstance list() {
        return MembershipTemplates.projects(pages.all(user.actor(), place.find()));
    }

    /** Asks for a new one. */
    @GET
    @Path("/new")
    public TemplateInstance askForNew() {
        user.actor().require(Project.DEFAULT_ID, Permission.ADMINISTER);
        return draw(forms.blank());
    }

    /** Creates one. */
    @POST
    public RestResponse<TemplateInstance> create(@BeanParam DetailsFields fields) {
        try {
            return goTo(projects.create(user.actor(), fields.details()));
        } catch (Rejected e) {
            return Htmx.problems(draw(forms.rejected(fields.details(), 0, e)), Htmx.MAIN);
        }
    }

    /** Shows one, with its members. */
    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String id) {
        var adding = ProjectPage.MemberForm.of("", Set.of());
        return MembershipTemplates.project(pages.one(user.actor(), place.find(), id, adding));
    }

    /** Asks for its name and description. */
    @GET
    @Path("/{id}/edit")
    public TemplateInstance askToEdit(@RestPath String id) {
        return MembershipTemplates.form(pages.editing(user.actor(), id));
    }

    /** Saves them. */
    @POST
    @Path("/{id}/edit")
    public RestResponse<TemplateInstance> edit(@RestPath String id, @BeanParam DetailsFields fields) {
        var typed = fields.details();
        try {
            projects.edit(user.actor(), id, typed, fields.edition());
            return goTo(id);
        } catch (Rejected e) {
            return Htmx.problems(editAgain(id, forms.rejected(typed, fields.edition(), e)), Htmx.MAIN);
        } catch (Outdated e) {
            return ResponseBuilder.<TemplateInstance>create(RestResponse.Status.CONFLICT)
                    .entity(editAgain(id, forms.outdated(typed, e)))
                    .build();
        }
    }

    private TemplateInstance editAgain(String id, DetailsForm form) {
        var stored = pages.editing(user.actor(), id);
        return MembershipTemplates.form(new ProjectForm(stored.existing(), stored.action(), stored.back(), form));
    }

    /** Asks whether it may go. */
    @GET
    @Path("/{id}/delete")
    public TemplateInstance askToDelete(@RestPath String id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return pages.deleting(user.actor(), id).ask(htmx);
    }

    /** Deletes it if there is nothing in it. */
    @POST
    @Path("/{id}/delete")
    public RestResponse<TemplateInstance> delete(@RestPath String id, @RestHeader(Htmx.REQUEST) boolean htmx) {
        try {
            projects.delete(user.actor(), id);
            return Htmx.goTo(URI.create("/projects"), htmx);
        } catch (NotEmpty e) {
            return pages.deleting(user.actor(), id).refuse(htmx);
        }
    }

    private static TemplateInstance draw(DetailsForm form) {
        return MembershipTemplates.form(new ProjectForm(null, "/projects", "/projects", form));
    }

    private static RestResponse<TemplateInstance> goTo(String id) {
        return RestResponse.seeOther(URI.create("/projects/" + id));
    }
}
