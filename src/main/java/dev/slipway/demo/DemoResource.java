package dev.slipway.demo;

import dev.slipway.identity.CurrentUser;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** The button that puts the demo back to its start. */
@Path("/demo/reset")
public class DemoResource {

    private final Demo demo;
    private final CurrentUser user;

    DemoResource(Demo demo, CurrentUser user) {
        this.demo = demo;
        this.user = user;
    }

    /** Resets the demo and leads back to the list. */
    @POST
    public RestResponse<Void> reset() {
        demo.reset(user.actor());
        return RestResponse.seeOther(URI.create("/releases"));
    }
}
