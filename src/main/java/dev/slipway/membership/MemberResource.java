package dev.slipway.membership;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.project.Rejected;
import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The members of a project and their roles. */
@Path("/projects/{id}/members")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class MemberResource {

    private final CurrentUser user;
    private final CurrentPlace place;
    private final Members members;
    private final ProjectPages pages;

    MemberResource(CurrentUser user, CurrentPlace place, Members members, ProjectPages pages) {
        this.user = user;
        this.place = place;
        this.members = members;
        this.pages = pages;
    }

    /** Lets a user in with these roles; who is in already has these roles from now on. */
    @POST
    public RestResponse<TemplateInstance> add(
            @RestPath String id, @RestForm @Nullable String username, @RestForm("role") List<String> roles) {
        var typed = requireNonNullElse(username, "");
        try {
            members.assign(user.actor(), id, typed, Members.roles(roles));
            return goBack(id);
        } catch (Rejected e) {
            var form = pages.rejected(typed, Members.roles(roles), e);
            return Htmx.problems(
                    MembershipTemplates.project(pages.one(user.actor(), place.find(), id, form)), Htmx.MAIN);
        }
    }

    /** Asks for the roles of one. */
    @GET
    @Path("/{username}")
    public TemplateInstance ask(@RestPath String id, @RestPath String username) {
        return MembershipTemplates.member(pages.member(user.actor(), id, username));
    }

    /** Gives a member these roles and no others. */
    @POST
    @Path("/{username}")
    public RestResponse<TemplateInstance> change(
            @RestPath String id, @RestPath String username, @RestForm("role") List<String> roles) {
        try {
            members.assign(user.actor(), id, username, Members.roles(roles));
            return goBack(id);
        } catch (Rejected e) {
            return askAgain(id, username, roles, e);
        }
    }

    /** Takes a member out of the project. */
    @POST
    @Path("/{username}/delete")
    public RestResponse<TemplateInstance> remove(@RestPath String id, @RestPath String username) {
        try {
            members.remove(user.actor(), id, username);
            // Who has left sees the project no more.
            return user.actor().username().equals(username) ? goTo("/projects") : goBack(id);
        } catch (Rejected e) {
            return askAgain(id, username, List.of("ADMIN"), e);
        }
    }

    private RestResponse<TemplateInstance> askAgain(String id, String username, List<String> roles, Rejected why) {
        var stored = pages.member(user.actor(), id, username);
        var form = pages.rejected(username, Members.roles(roles), why);
        return Htmx.problems(
                MembershipTemplates.member(new MemberPage(id, stored.project(), stored.displayName(), form)),
                Htmx.MAIN);
    }

    private static RestResponse<TemplateInstance> goTo(String path) {
        return RestResponse.seeOther(URI.create(path));
    }

    private static RestResponse<TemplateInstance> goBack(String id) {
        return goTo("/projects/%s#members".formatted(id));
    }
}
