package dev.slipway.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** The bare address, which leads to the release tasks. */
@Path("/")
public class HomeResource {

    /** Goes to the first page. */
    @GET
    public RestResponse<Void> start() {
        return RestResponse.seeOther(URI.create("/releases"));
    }
}
