package dev.slipway.account;

import dev.slipway.identity.CurrentUser;
import dev.slipway.token.TokenForm;
import dev.slipway.token.TokenOwner;
import dev.slipway.token.TokenViews;
import dev.slipway.token.Tokens;
import dev.slipway.token.TokensView;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** A service account and its tokens. */
@Path("/projects/{project}/accounts/{username}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AccountResource {

    private final CurrentUser user;
    private final ServiceAccounts accounts;
    private final AccountPages pages;
    private final Tokens tokens;
    private final TokenViews views;

    AccountResource(CurrentUser user, ServiceAccounts accounts, AccountPages pages, Tokens tokens, TokenViews views) {
        this.user = user;
        this.accounts = accounts;
        this.pages = pages;
        this.tokens = tokens;
        this.views = views;
    }

    /** Shows it, its tokens, and the form for a new one. */
    @GET
    public TemplateInstance show(@RestPath String project, @RestPath String username) {
        return draw(project, username, views.show(owner(project, username), AccountPage.path(project, username)));
    }

    /** Makes a token, and shows its text this once. */
    @POST
    public RestResponse<TemplateInstance> create(
            @RestPath String project, @RestPath String username, @BeanParam TokenForm form) {
        var owner = owner(project, username);
        var view = views.create(user.actor(), owner, AccountPage.path(project, username), form);
        var page = draw(project, username, view);
        return view.refused() ? Htmx.problems(page, Htmx.MAIN) : RestResponse.ok(page);
    }

    /** Asks whether a token is to be refused from now on. */
    @GET
    @Path("/{id}/revoke")
    public TemplateInstance askToRevoke(@RestPath String project, @RestPath String username, @RestPath long id) {
        return views.askToRevoke(owner(project, username), AccountPage.path(project, username), id);
    }

    /** Refuses it from now on. */
    @POST
    @Path("/{id}/revoke")
    public RestResponse<TemplateInstance> revoke(
            @RestPath String project, @RestPath String username, @RestPath long id) {
        tokens.revoke(user.actor(), owner(project, username), id);
        return RestResponse.seeOther(URI.create(AccountPage.path(project, username)));
    }

    /** Asks whether it may go. */
    @GET
    @Path("/delete")
    public TemplateInstance askToDelete(
            @RestPath String project, @RestPath String username, @RestHeader(Htmx.REQUEST) boolean htmx) {
        return pages.deleting(user.actor(), project, username).ask(htmx);
    }

    /** Deletes it. */
    @POST
    @Path("/delete")
    public RestResponse<TemplateInstance> delete(
            @RestPath String project, @RestPath String username, @RestHeader(Htmx.REQUEST) boolean htmx) {
        accounts.delete(user.actor(), project, username);
        return Htmx.goTo(URI.create(AccountsPage.path(project)), htmx);
    }

    private TokenOwner owner(String project, String username) {
        return accounts.owner(user.actor(), project, username);
    }

    private TemplateInstance draw(String project, String username, TokensView tokensView) {
        return AccountTemplates.one(pages.one(user.actor(), project, username, tokensView));
    }
}
