package dev.slipway.ascode;

import dev.slipway.identity.CurrentUser;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** A release task as one YAML file. */
@Path("/releases/{id}/export")
public class ExportResource {

    private final ReleaseFiles files;
    private final CurrentUser user;

    ExportResource(ReleaseFiles files, CurrentUser user) {
        this.files = files;
        this.user = user;
    }

    /** The file, to be kept. */
    @GET
    @Produces(MediaType.WILDCARD)
    @Blocking
    public RestResponse<String> export(@RestPath UUID id) {
        var export = files.export(user.actor(), id);
        return RestResponse.ResponseBuilder.ok(export.text())
                .header("Content-Type", "application/yaml; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(export.fileName()))
                .build();
    }
}
