package dev.slipway.live;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** A page with everything that the scripts of live pages look after. */
@Path("/probe/live")
@Produces(MediaType.TEXT_HTML)
public class ProbePage {

    private final Template page;

    ProbePage(@Location("live/probe.html") Template page) {
        this.page = page;
    }

    @GET
    @Path("/pages/{id}")
    public TemplateInstance page(@RestPath String id) {
        return page.data("id", id);
    }

    @GET
    @Path("/fragment")
    public String fragment() {
        return "<input id=search aria-label=Search><p id=rows>new rows</p>";
    }

    @GET
    @Path("/gateway")
    public Response gateway() {
        return Response.status(502).entity("<h1>Bad Gateway</h1>").build();
    }
}
