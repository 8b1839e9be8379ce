package dev.slipway.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestPath;

/** Our extension: another release task that says the same, under another name. */
@Path("/v3/{project_id}/pipeline/pipelines/{pipeline_id}/clone")
@Produces(Json.TYPE)
@Consumes(Json.TYPE)
public class CopyResource {

    private final Caller caller;
    private final Addressed addressed;
    private final Pipelines pipelines;
    private final Bodies bodies;
    private final Once once;

    CopyResource(Caller caller, Addressed addressed, Pipelines pipelines, Bodies bodies, Once once) {
        this.caller = caller;
        this.addressed = addressed;
        this.pipelines = pipelines;
        this.bodies = bodies;
        this.once = once;
    }

    /** Creates it. */
    @POST
    public Response create(
            @RestPath("project_id") String project, @RestPath("pipeline_id") String id, InputStream body) {
        var bytes = bodies.read(body);
        return once.perform(bytes, () -> {
            var release = addressed.release(caller.actor(), project, id);
            var problems = new Problems();
            var read = Node.body(bytes, problems);
            var name = read.get("name").mandatory().text();
            var description = read.get("description");
            var text = description.isMissing() ? null : description.text();
            problems.refuse();
            return pipelines.copy(caller.actor(), release, name, text);
        });
    }
}
