package dev.slipway.editor;

import dev.slipway.identity.CurrentUser;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Edit: leads to the user's own draft of a release task. */
@Path("/releases/{id}/edit")
public class EditResource {

    private final Drafts drafts;
    private final CurrentUser user;

    EditResource(Drafts drafts, CurrentUser user) {
        this.drafts = drafts;
        this.user = user;
    }

    /** Goes to the draft that is there, or to a new one. */
    @GET
    @Blocking
    public RestResponse<Void> open(@RestPath UUID id) {
        return RestResponse.seeOther(URI.create(Draft.href(drafts.open(user.actor(), id))));
    }
}
