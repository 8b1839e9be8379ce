package dev.slipway.account;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.identity.CurrentUser;
import dev.slipway.membership.Members;
import dev.slipway.project.Details;
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

/** The service accounts of a project. */
@Path("/projects/{project}/accounts")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AccountsResource {

    private final CurrentUser user;
    private final ServiceAccounts accounts;
    private final AccountPages pages;

    AccountsResource(CurrentUser user, ServiceAccounts accounts, AccountPages pages) {
        this.user = user;
        this.accounts = accounts;
        this.pages = pages;
    }

    /** Shows all of them, and the form for a new one. */
    @GET
    public TemplateInstance list(@RestPath String project) {
        return AccountTemplates.list(pages.all(user.actor(), project));
    }

    /** Creates one, and leads to its page, on which it gets tokens. */
    @POST
    public RestResponse<TemplateInstance> create(
            @RestPath String project,
            @RestForm @Nullable String name,
            @RestForm @Nullable String description,
            @RestForm("role") List<String> roles) {
        var typed = new Details(requireNonNullElse(name, ""), requireNonNullElse(description, ""));
        try {
            var username = accounts.create(user.actor(), project, typed, Members.roles(roles));
            return RestResponse.seeOther(URI.create(AccountPage.path(project, username)));
        } catch (Rejected e) {
            var page = pages.refused(user.actor(), project, typed, Members.roles(roles), e);
            return Htmx.problems(AccountTemplates.list(page), Htmx.MAIN);
        }
    }
}
