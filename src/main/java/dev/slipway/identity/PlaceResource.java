package dev.slipway.identity;

import dev.slipway.project.Regions;
import dev.slipway.project.UnknownRecord;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The project and the region that the user works in; choosing one leads to its release tasks. */
@Path("/")
public class PlaceResource {

    private static final URI RELEASES = URI.create("/releases");
    private static final Duration KEPT_FOR = Duration.ofDays(365);

    private final CurrentUser user;
    private final Regions regions;
    private final HttpServerRequest request;

    PlaceResource(CurrentUser user, Regions regions, HttpServerRequest request) {
        this.user = user;
        this.regions = regions;
        this.request = request;
    }

    /** Goes to another project, of which the user must be a member. */
    @POST
    @Path("/project")
    public RestResponse<Void> chooseProject(@RestForm String project) {
        if (user.projects().stream().noneMatch(known -> known.id().equals(project))) {
            throw new UnknownRecord("project", project);
        }
        return remember(CurrentPlace.PROJECT_COOKIE, project);
    }

    /** Goes to another of the configured regions. */
    @POST
    @Path("/region")
    public RestResponse<Void> chooseRegion(@RestForm String region) {
        if (!regions.ids().contains(region)) {
            throw new UnknownRecord("region", region);
        }
        return remember(CurrentPlace.REGION_COOKIE, region);
    }

    private RestResponse<Void> remember(String name, String value) {
        var cookie = new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSSL())
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge((int) KEPT_FOR.toSeconds())
                .build();
        return ResponseBuilder.<Void>create(RestResponse.Status.SEE_OTHER)
                .location(RELEASES)
                .cookie(cookie)
                .build();
    }
}
