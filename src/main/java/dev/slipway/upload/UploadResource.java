package dev.slipway.upload;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Where builds in clusters fetch what they build. */
@Path("/uploads/{id}")
public class UploadResource {

    private static final String BEARER = "bearer ";

    private final Grants grants;
    private final Parts parts;

    UploadResource(Grants grants, Parts parts) {
        this.grants = grants;
        this.parts = parts;
    }

    /** The archive, for a build that shows its token while it goes on. */
    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Blocking
    public RestResponse<InputStream> fetch(
            @RestPath UUID id, @RestHeader(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return grants.open(id, token(authorization))
                .map(upload -> ResponseBuilder.ok(parts.read(upload.id()))
                        .header(HttpHeaders.CONTENT_LENGTH, upload.bytes())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> ResponseBuilder.<InputStream>create(RestResponse.Status.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .build());
    }

    private static String token(@Nullable String authorization) {
        return authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : "";
    }
}
