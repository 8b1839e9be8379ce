package dev.slipway.token;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/** The command line as a file, of the version of this server; whoever gets it needs a token to do anything with it. */
@Path("/slipway")
public class CommandLineResource {

    /** Put there by the build. */
    private static final String FILE = "command-line/slipway";

    /** The file, to be kept. */
    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Blocking
    public RestResponse<InputStream> download() {
        var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE);
        return RestResponse.ResponseBuilder.ok(Objects.requireNonNull(file, FILE))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"slipway\"")
                // The next version of Slipway has another one at the same address.
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
