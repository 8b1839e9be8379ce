package dev.slipway.api;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers this request with JSON, or tells that the caller has it already. */
@RequestScoped
class Reply {

    private final RoutingContext routing;

    Reply(RoutingContext routing) {
        this.routing = routing;
    }

    /** Something that was read, with a tag of its content. */
    Response read(Object body) {
        var bytes = Json.bytes(body);
        return read(bytes, EntityTag.of(bytes), Map.of());
    }

    /** The same with a tag, and headers, that go with it. */
    Response read(Object body, @Nullable String tag, Map<String, Object> headers) {
        var bytes = body instanceof byte[] read ? read : Json.bytes(body);
        return answer(Response.ok(bytes).type(Json.TYPE), tag == null ? EntityTag.of(bytes) : tag, headers);
    }

    /** A file of a media type, with a tag of its content. */
    Response file(byte[] content, String type) {
        return answer(Response.ok(content).type(type), EntityTag.of(content), Map.of());
    }

    private Response answer(Response.ResponseBuilder full, String etag, Map<String, Object> headers) {
        var known = EntityTag.matches(routing.request().getHeader(HttpHeaderNames.IF_NONE_MATCH), etag);
        var answer = known ? Response.notModified() : full;
        headers.forEach(answer::header);
        // Kept by whoever likes to, and asked for again each time.
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }
}
