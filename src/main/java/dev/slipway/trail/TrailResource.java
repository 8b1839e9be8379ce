package dev.slipway.trail;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The audit trail of the current project: a page at a time, and all of it as a file. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
public class TrailResource {

    private static final int UNPROCESSABLE = 422;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final TrailPages pages;
    private final TrailExport export;
    private final CurrentUser user;
    private final CurrentPlace place;
    private final Clock clock;

    TrailResource(TrailPages pages, TrailExport export, CurrentUser user, CurrentPlace place, Clock clock) {
        this.pages = pages;
        this.export = export;
        this.user = user;
        this.place = place;
        this.clock = clock;
    }

    /** What the address asks for, newest first. */
    @GET
    @Blocking
    public RestResponse<TemplateInstance> list(@BeanParam TrailAddress address) {
        var cursor = TrailCursor.read(address.after, false)
                .or(() -> TrailCursor.read(address.before, true))
                .orElse(null);
        var page = pages.page(
                new TrailPages.Question(user.actor(), place.place().projectId(), TrailFilter.of(address), cursor));
        var shown = TrailTemplates.index(page);
        return page.problems().isEmpty()
                ? RestResponse.ok(shown)
                : ResponseBuilder.<TemplateInstance>create(UNPROCESSABLE, "Unprocessable Content")
                        .entity(shown)
                        .build();
    }

    /** All events that the address asks for as a file that is written while it is read. */
    @GET
    @Path("/export")
    @Blocking
    @Produces(MediaType.WILDCARD)
    public Response export(@BeanParam TrailAddress address, @RestQuery @Nullable String format) {
        var filter = TrailFilter.of(address);
        if (filter.hasBadFrom() || filter.hasBadTo() || filter.isBackwards()) {
            return Response.seeOther(URI.create(filter.url())).build();
        }
        var wanted = TrailFormat.named(format).orElseThrow(NotFoundException::new);
        var scope = Trail.scope(user.actor(), place.place().projectId(), filter);
        var name = "audit-%s.%s".formatted(STAMP.format(clock.instant()), wanted.key());
        return Response.ok(export.of(scope, filter, wanted), wanted.mediaType())
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .build();
    }
}
