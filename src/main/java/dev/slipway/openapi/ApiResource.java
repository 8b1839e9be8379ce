package dev.slipway.openapi;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The API for people who write programs for it. */
@Path("/api")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ApiResource {

    private final ApiPages pages;

    ApiResource(ApiPages pages) {
        this.pages = pages;
    }

    /** Shows all of it. */
    @GET
    public TemplateInstance show() {
        return ApiTemplates.api(pages.page());
    }
}
