package dev.slipway.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * What a stream sends, as browsers read it (HTML Standard, server-sent events): written down once for all who get it.
 *
 * @param text may be sent many times
 */
record LiveEvent(Buffer text) {

    /** Something of a view has changed. */
    static LiveEvent of(ViewId view, Update update) {
        return of(
                "view",
                new JsonObject()
                        .put("view", view.toString())
                        .put("version", update.version())
                        .put("html", update.html()));
    }

    /** Nothing has, but the stream is alive. */
    static LiveEvent alive(long now) {
        return of("alive", new JsonObject().put("now", now));
    }

    private static LiveEvent of(String name, JsonObject data) {
        return new LiveEvent(Buffer.buffer("event: %s\ndata: %s\n\n".formatted(name, data.encode())));
    }
}
