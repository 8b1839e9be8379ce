package dev.slipway.cli.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request to the API, which may be sent more than once. */
public final class Ask {

    private static final String KEY = "Idempotency-Key";

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;

    private Ask(String method, String path, Map<String, String> headers, byte @Nullable [] body) {
        this.method = method;
        this.path = path;
        this.headers = headers;
        this.body = body;
    }

    String method() {
        return method;
    }

    /** What follows the address of the release tasks, with its query, encoded. */
    String path() {
        return path;
    }

    /** Headers in addition to the token. */
    Map<String, String> headers() {
        return headers;
    }

    byte @Nullable [] body() {
        return body;
    }

    /** Reads something. */
    public static Ask get(String path) {
        return new Ask("GET", path, Map.of(), null);
    }

    /** Changes something, once, however often it is sent. */
    public static Ask post(String path, String type, byte[] body) {
        return new Ask(
                "POST",
                path,
                Map.of("Content-Type", type, KEY, UUID.randomUUID().toString()),
                body);
    }

    /** Replaces something. */
    public static Ask put(String path, String type, byte[] body) {
        return new Ask("PUT", path, Map.of("Content-Type", type), body);
    }

    /** Deletes something. */
    public static Ask delete(String path) {
        return new Ask("DELETE", path, Map.of(), null);
    }

    /** The same with another header. */
    public Ask with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Ask(method, path, more, body);
    }

    /** Whether it does no harm when nobody knows if it has arrived. */
    boolean isRepeatable() {
        return method.equals("GET") || method.equals("PUT") || headers.containsKey(KEY);
    }
}
