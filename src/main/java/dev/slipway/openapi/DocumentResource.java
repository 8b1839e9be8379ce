package dev.slipway.openapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The document of the API for programs, without a sign-in: whoever writes a client has no token yet. */
@Path("/openapi")
public class DocumentResource {

    /** RFC 9512. */
    private static final MediaType YAML = new MediaType("application", "yaml");

    private static final List<Variant> VARIANTS =
            Variant.mediaTypes(YAML, MediaType.APPLICATION_JSON_TYPE).build();

    private final ApiDocument document;

    DocumentResource(ApiDocument document) {
        this.document = document;
    }

    /**
     * The document.
     *
     * @param format {@code json} or {@code yaml}; missing: what the request accepts, YAML if it leaves the choice
     */
    @GET
    public Response read(@RestQuery @Nullable String format, @Context Request request) {
        var type = type(format, request);
        var content = type.equals(YAML) ? document.yaml() : document.json();
        var tag = new EntityTag(hash(content));
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(content, type) : unchanged;
        return answer.tag(tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    private static MediaType type(@Nullable String format, Request request) {
        if (format != null) {
            return format.equals("json") ? MediaType.APPLICATION_JSON_TYPE : YAML;
        }
        var chosen = request.selectVariant(VARIANTS);
        return chosen == null ? YAML : chosen.getMediaType();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
