package dev.slipway.api;

import dev.slipway.execution.Execution;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Start, stop, retry, approval, continue, rollback; and ours, terminate and skip [servicestage_06_0248]. */
@Path("/v3/{project_id}/pipeline/pipelines/{pipeline_id}/action")
@Produces(Json.TYPE)
@Consumes(Json.TYPE)
public class ActionResource {

    private final Caller caller;
    private final Addressed addressed;
    private final Actions actions;
    private final Bodies bodies;
    private final Once once;

    ActionResource(Caller caller, Addressed addressed, Actions actions, Bodies bodies, Once once) {
        this.caller = caller;
        this.addressed = addressed;
        this.actions = actions;
        this.bodies = bodies;
        this.once = once;
    }

    /**
     * The execution that was acted on, or began.
     *
     * @param id a text here, and a number in records: so it is published
     */
    private record Acted(String id, String pipelineId, int status) {

        static Acted of(Execution execution) {
            return new Acted(
                    String.valueOf(execution.id()),
                    execution.releaseTaskId().toString(),
                    execution.status().code());
        }
    }

    /** Does what {@code action_id} says. */
    @POST
    public Response act(
            @RestPath("project_id") String project,
            @RestPath("pipeline_id") String id,
            @RestQuery("action_id") @Nullable String action,
            InputStream body) {
        var bytes = bodies.read(body);
        if (action == null) {
            throw new BadRequest("action_id: This parameter is mandatory.");
        }
        return once.perform(bytes, () -> {
            var release = addressed.release(caller.actor(), project, id);
            var read = Node.body(bytes, new Problems());
            return Answered.of(Acted.of(actions.perform(caller.actor(), release, action, read)));
        });
    }
}
