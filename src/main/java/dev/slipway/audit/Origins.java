package dev.slipway.audit;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Knows from where what happens on this thread is done: the request at hand, or what the caller has said. */
@ApplicationScoped
public class Origins {

    private static final String API = "/v3/";

    private static final ThreadLocal<@Nullable Origin> SAID = new ThreadLocal<>();
    private final CurrentVertxRequest request;

    Origins(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Does something whose audit events come from an origin that no request tells. */
    public <T> T during(Origin origin, Supplier<T> deed) {
        var before = SAID.get();
        SAID.set(origin);
        try {
            return deed.get();
        } finally {
            SAID.set(before);
        }
    }

    /** Where the present deed comes from. */
    Origin current() {
        var origin = SAID.get();
        return origin == null ? ofRequest().orElse(Origin.ENGINE) : origin;
    }

    private Optional<Origin> ofRequest() {
        if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
            return Optional.empty();
        }
        return Optional.of(of(request.getCurrent().request()));
    }

    /** Where a request comes from; behind a trusted proxy the address is the one that the proxy forwards. */
    public static Origin of(HttpServerRequest request) {
        var channel = request.path() != null && request.path().startsWith(API) ? Channel.API : Channel.CONSOLE;
        return new Origin(channel, request.remoteAddress().hostAddress());
    }
}
