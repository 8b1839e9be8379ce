package dev.slipway.identity;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.vertx.ext.web.RoutingContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** The way in and out. The form itself is posted to Quarkus, see {@link SignInMechanism}. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInResource {

    private final IdentityConfig config;
    private final RoutingContext routing;
    private final CurrentUser user;
    private final SignInJournal journal;

    SignInResource(IdentityConfig config, RoutingContext routing, CurrentUser user, SignInJournal journal) {
        this.config = config;
        this.routing = routing;
        this.user = user;
        this.journal = journal;
    }

    /** Asks for user name and password. */
    @GET
    @Path("/sign-in")
    public TemplateInstance ask() {
        var asked = routing.queryParams();
        var demoUsers = config.isDemo() ? DemoUser.names() : List.<String>of();
        return SignInTemplates.signIn(
                new SignInPage(asked.contains("failed"), asked.contains("signed-out"), demoUsers));
    }

    /** Ends the session of this browser. */
    @POST
    @Path("/sign-out")
    @Transactional
    public RestResponse<Void> leave() {
        journal.signedOut(user.actor());
        FormAuthenticationMechanism.logout(routing);
        return RestResponse.seeOther(URI.create("/sign-in?signed-out"));
    }
}
