package dev.slipway.api;

import io.vertx.ext.web.RoutingContext;

/** Which addresses are those of the API. */
final class ApiPath {

    private static final String ROOT = "/v3";

    private ApiPath() {}

    /** Whether a request is one to the API; its path is read as everything behind reads it, with dots and escapes resolved. */
    static boolean leadsTo(RoutingContext routing) {
        var path = routing.normalizedPath();
        // Resources are found past what stands behind a semicolon.
        return path.equals(ROOT) || path.startsWith(ROOT + "/") || path.startsWith(ROOT + ";");
    }
}
