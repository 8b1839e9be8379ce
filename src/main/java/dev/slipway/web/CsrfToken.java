package dev.slipway.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Objects;

/** The token that every form carries, {@code inject:csrfToken} in templates. */
@Named("csrfToken")
@RequestScoped
public class CsrfToken {

    private final RoutingContext routing;

    CsrfToken(RoutingContext routing) {
        this.routing = routing;
    }

    /**
     * The token of this browser, or nothing where it has none yet.
     *
     * <p>Quarkus' own bean throws on pages that no resource answers, such as a 404; there the cookie still knows the token.
     */
    public String value() {
        var cookie = routing.request().getCookie("csrf-token");
        return Objects.requireNonNullElse(routing.get("csrf_token"), cookie == null ? "" : cookie.getValue());
    }
}
