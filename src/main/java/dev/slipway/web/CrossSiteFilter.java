package dev.slipway.web;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Set;

/**
 * Refuses whatever another site makes a browser send.
 *
 * <p>The sign-in is posted to Quarkus' own address, before any form token is looked at; without this a stranger's page
 * could sign its visitor in as somebody else. Browsers say where a request comes from; programs that say nothing have no
 * cookies of a user to abuse.
 */
@ApplicationScoped
class CrossSiteFilter {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private final ProgramAnswers programs;

    CrossSiteFilter(ProgramAnswers programs) {
        this.programs = programs;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, SecurityHandlerPriorities.AUTHENTICATION + 1);
    }

    private void check(RoutingContext routing) {
        // Where a cookie counts for nothing, no other site can abuse one.
        if (SAFE.contains(routing.request().method()) || comesFromHere(routing.request()) || programs.areFor(routing)) {
            routing.next();
        } else {
            routing.response().setStatusCode(403).end();
        }
    }

    private static boolean comesFromHere(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return OWN.contains(site);
        }
        var origin = request.getHeader(HttpHeaderNames.ORIGIN);
        return origin == null || isHere(origin, request);
    }

    private static boolean isHere(String origin, HttpServerRequest request) {
        try {
            return request.authority().toString().equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
