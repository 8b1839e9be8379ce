package dev.slipway.token;

import dev.slipway.identity.CurrentUser;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The API tokens of whoever looks at them. */
@Path(TokenResource.PATH)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class TokenResource {

    static final String PATH = "/tokens";

    private final Tokens tokens;
    private final TokenViews views;
    private final CurrentUser user;

    TokenResource(Tokens tokens, TokenViews views, CurrentUser user) {
        this.tokens = tokens;
        this.views = views;
        this.user = user;
    }

    /** Shows all of them, and the form for a new one. */
    @GET
    public TemplateInstance list() {
        return TokenTemplates.tokens(views.show(owner(), PATH));
    }

    /** Makes one, and shows its text this once: whoever follows a link from here has no way back to it. */
    @POST
    public RestResponse<TemplateInstance> create(@BeanParam TokenForm form) {
        var view = views.create(user.actor(), owner(), PATH, form);
        var page = TokenTemplates.tokens(view);
        return view.refused() ? Htmx.problems(page, Htmx.MAIN) : RestResponse.ok(page);
    }

    /** Asks whether one is to be refused from now on. */
    @GET
    @Path("/{id}/revoke")
    public TemplateInstance askToRevoke(@RestPath long id) {
        return views.askToRevokeOwn(owner(), PATH, id);
    }

    /** Refuses it from now on. */
    @POST
    @Path("/{id}/revoke")
    public RestResponse<TemplateInstance> revoke(@RestPath long id) {
        tokens.revoke(user.actor(), owner(), id);
        return RestResponse.seeOther(URI.create(PATH));
    }

    private TokenOwner owner() {
        return TokenOwner.self(user.actor());
    }
}
