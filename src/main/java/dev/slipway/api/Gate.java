package dev.slipway.api;

import dev.slipway.openapi.ApiDocument;
import dev.slipway.token.Bearer;
import dev.slipway.token.Scope;
import dev.slipway.upload.Uploads;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Stands behind the sign-in and before everything else: how often, how much, by which method, and whether to look only. */
@ApplicationScoped
class Gate {

    // After the permissions of Quarkus are checked, at 100, and before it looks at the size of the body, at 2.
    private static final int PRIORITY = 50;

    private static final Set<HttpMethod> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String FORM_COOKIE = "csrf-token";

    private final RateLimit limit;
    private final Errors errors;
    private final ApiDocument document;
    private final long mostBytes;
    private final long mostBytesOfUpload;

    Gate(RateLimit limit, Errors errors, ApiDocument document, ApiConfig config, Uploads uploads) {
        this.limit = limit;
        this.errors = errors;
        this.document = document;
        this.mostBytes = config.maxBody().asLongValue();
        this.mostBytesOfUpload = uploads.mostBytes();
    }

    /** Reads the document beside the rest of the start: it takes a while, and no request should wait for it. */
    void readAhead(@Observes StartupEvent started, ManagedExecutor threads) {
        threads.execute(document::routes);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext routing) {
        if (!ApiPath.leadsTo(routing)) {
            routing.next();
            return;
        }
        forgetCookies(routing);
        Caller.find(routing).ifPresentOrElse(bearer -> check(routing, bearer), routing::next);
    }

    /** The check of form tokens looks at its cookie whatever is asked for, and hands out a new one. */
    private static void forgetCookies(RoutingContext routing) {
        routing.request().headers().remove(HttpHeaderNames.COOKIE);
        routing.addHeadersEndHandler(sent -> routing.response().removeCookie(FORM_COOKIE, false));
    }

    private void check(RoutingContext routing, Bearer bearer) {
        var request = routing.request();
        var wait = limit.count(bearer.token());
        if (wait.isPresent()) {
            routing.response().putHeader(HttpHeaderNames.RETRY_AFTER, Long.toString(wait.getAsLong()));
            refuse(routing, errors.of(429, "The token asks too often. Try again in a moment."));
        } else if (bearer.scope() == Scope.READ && !LOOKING.contains(request.method())) {
            refuse(routing, errors.of(403, "The token is for reading only."));
        } else if (!methods(routing).contains(request.method().name())) {
            routing.response().putHeader(HttpHeaderNames.ALLOW, String.join(", ", methods(routing)));
            refuse(routing, errors.of(405, Errors.sentence(405)));
        } else if (isLarger(request, mostBytes(routing))) {
            refuse(routing, Bodies.tooLarge(errors, mostBytes(routing)));
        } else {
            routing.next();
        }
    }

    /** Asked before Quarkus looks for a resource: it goes on to others that take the method, and may end with none. */
    private Set<String> methods(RoutingContext routing) {
        var known = new TreeSet<>(document.routes().methods(routing.normalizedPath()));
        if (known.isEmpty()) {
            return Set.of(routing.request().method().name());
        }
        if (known.contains("GET")) {
            known.add("HEAD");
        }
        known.add("OPTIONS");
        return known;
    }

    private long mostBytes(RoutingContext routing) {
        return routing.normalizedPath().endsWith(UploadsResource.END) ? mostBytesOfUpload : mostBytes;
    }

    private static boolean isLarger(HttpServerRequest request, long most) {
        var length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
        // What is no number has been refused by the server.
        return length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > most;
    }

    /** Whatever is still to come of the body is not waited for. */
    private static void refuse(RoutingContext routing, Response answer) {
        if (!routing.request().isEnded()) {
            routing.response().putHeader(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            routing.request().resume();
        }
        routing.response()
                .setStatusCode(answer.getStatus())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, Json.TYPE)
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .end(String.valueOf(answer.getEntity()));
    }
}
