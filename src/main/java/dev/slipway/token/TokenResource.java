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
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The API tokens of whoever looks at them. */
@Path("/tokens")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class TokenResource {

    private final Tokens tokens;
    private final CurrentUser user;
    private final TokenMessages messages;

    TokenResource(Tokens tokens, CurrentUser user, TokenMessages messages) {
        this.tokens = tokens;
        this.user = user;
        this.messages = messages;
    }

    /** Shows all of them, and the form for a new one. */
    @GET
    public TemplateInstance list() {
        return draw(null, TokensPage.Form.blank());
    }

    /** Makes one, and shows its text this once: whoever follows a link from here has no way back to it. */
    @POST
    public RestResponse<TemplateInstance> create(@BeanParam TokenForm form) {
        try {
            var made = tokens.create(user.actor(), form.wish());
            return ResponseBuilder.ok(draw(made, TokensPage.Form.blank())).build();
        } catch (RefusedToken e) {
            var problem = messages.problem(e.why().name());
            return Htmx.problems(draw(null, form.typed().with(e.why().field(), problem)), "#main");
        }
    }

    private TemplateInstance draw(@Nullable String made, TokensPage.Form form) {
        return TokenTemplates.tokens(new TokensPage(tokens.of(user.actor()), made, form));
    }

    /** Asks whether one is to be refused from now on. */
    @GET
    @Path("/{id}/revoke")
    public TemplateInstance askToRevoke(@RestPath long id) {
        return TokenTemplates.revoke(id, tokens.nameOf(user.actor(), id));
    }

    /** Refuses it from now on. */
    @POST
    @Path("/{id}/revoke")
    public RestResponse<TemplateInstance> revoke(@RestPath long id) {
        tokens.revoke(user.actor(), id);
        return RestResponse.seeOther(URI.create("/tokens"));
    }
}
