package dev.slipway.web;

import dev.slipway.project.Conflict;
import dev.slipway.project.Forbidden;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestForm;

/** Pages that do nothing but fail, each in its own way. */
@Path("/probe")
@Produces(MediaType.TEXT_HTML)
public class ProbeResource {

    @GET
    @Path("/forbidden")
    public String forbidden() {
        throw new Forbidden("somebody", Permission.EDIT, "0");
    }

    @GET
    @Path("/unknown")
    public String unknown() {
        throw new UnknownRecord("thing", 7);
    }

    @GET
    @Path("/conflict")
    public String conflict() {
        throw new Conflict("Already decided by admin");
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("a secret of the house");
    }

    @POST
    @Path("/form")
    public String form(@RestForm String text) {
        return text;
    }
}
