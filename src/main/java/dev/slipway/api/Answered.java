package dev.slipway.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that changed something, in a form that can be kept.
 *
 * @param etag the tag of what it shows; null if it has none
 * @param body JSON; empty if there is nothing to say
 */
record Answered(@Nullable String etag, String body) {

    private static final String REPLAYED = "Idempotent-Replayed";

    static Answered of(Object body) {
        return new Answered(null, Json.text(body));
    }

    static Answered of(Object body, String etag) {
        return new Answered(etag, Json.text(body));
    }

    Response response() {
        var answer = Response.ok(body.isEmpty() ? null : body).type(Json.TYPE);
        return etag == null
                ? answer.build()
                : answer.header(HttpHeaders.ETAG, etag).build();
    }

    Response replayed() {
        return Response.fromResponse(response()).header(REPLAYED, "true").build();
    }
}
