package dev.slipway.api;

import dev.slipway.project.Actor;
import dev.slipway.token.Bearer;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who makes this request to the API: whoever shows a token, never a session. */
@RequestScoped
class Caller {

    private static final String BEARER = "slipway.bearer";

    private final RoutingContext routing;

    Caller(RoutingContext routing) {
        this.routing = routing;
    }

    static SecurityIdentity identity(Bearer bearer) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(bearer.actor().username()))
                .addAttribute(BEARER, bearer)
                .build();
    }

    static Optional<Bearer> find(RoutingContext routing) {
        return routing.user() instanceof QuarkusHttpUser user
                ? Optional.ofNullable(user.getSecurityIdentity().getAttribute(BEARER))
                : Optional.empty();
    }

    Actor actor() {
        return find(routing).map(Bearer::actor).orElseThrow(() -> new BadRequest(401, TokenMechanism.NO_TOKEN));
    }
}
