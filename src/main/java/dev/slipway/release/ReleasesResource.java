package dev.slipway.release;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestHeader;

/** Region Release Tasks: the list, whose address says what is looked for. */
@Path("/releases")
@Produces(MediaType.TEXT_HTML)
public class ReleasesResource {

    private final ReleaseList releases;
    private final CurrentUser user;
    private final CurrentPlace place;

    ReleasesResource(ReleaseList releases, CurrentUser user, CurrentPlace place) {
        this.releases = releases;
        this.user = user;
        this.place = place;
    }

    /** Shows a page of the list, to htmx its results only. */
    @GET
    @Blocking
    public TemplateInstance list(@BeanParam ReleaseAddress address, @RestHeader(Htmx.REQUEST) boolean htmx) {
        var page = releases.page(user.actor(), place.place(), ReleaseQuery.of(address));
        return htmx ? ReleaseTemplates.index$results(page) : ReleaseTemplates.index(page);
    }
}
