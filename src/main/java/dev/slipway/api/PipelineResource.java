package dev.slipway.api;

import dev.slipway.release.ReleaseTasks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** One release task: details, edit and delete [servicestage_06_0247, servicestage_06_0249]. */
@Path("/v3/{project_id}/pipeline/pipelines/{pipeline_id}")
@Produces(Json.TYPE)
@Consumes(Json.TYPE)
public class PipelineResource {

    private final Caller caller;
    private final Addressed addressed;
    private final PipelineReader reader;
    private final Pipelines pipelines;
    private final ReleaseTasks releases;
    private final Bodies bodies;
    private final Reply reply;
    private final PipelineFiles files;

    PipelineResource(
            Caller caller,
            Addressed addressed,
            PipelineReader reader,
            Pipelines pipelines,
            ReleaseTasks releases,
            Bodies bodies,
            Reply reply,
            PipelineFiles files) {
        this.caller = caller;
        this.addressed = addressed;
        this.reader = reader;
        this.pipelines = pipelines;
        this.releases = releases;
        this.bodies = bodies;
        this.reply = reply;
        this.files = files;
    }

    /** Everything that it says, and where its latest execution stands. */
    @GET
    @Transactional
    public Response show(@RestPath("project_id") String project, @RestPath("pipeline_id") String id) {
        var release = addressed.release(caller.actor(), project, id);
        return reply.read(PipelineBody.of(release), PipelineBody.etag(release), Map.of());
    }

    /**
     * Replaces what it says; with {@code If-Match} only if nobody else has saved since. Our extension: also by what a YAML
     * file says, its name included.
     */
    @PUT
    @Consumes({Json.TYPE, PipelineFiles.TYPE})
    public Response edit(
            @RestPath("project_id") String project,
            @RestPath("pipeline_id") String id,
            @Context HttpHeaders sent,
            InputStream body) {
        var actor = caller.actor();
        var bytes = bodies.read(body);
        var release = QuarkusTransaction.requiringNew().call(() -> addressed.release(actor, project, id));
        var revision = EntityTag.revision(sent.getHeaderString(HttpHeaders.IF_MATCH));
        if (PipelineFiles.isOne(sent)) {
            return files.edit(actor, release, revision, bytes).response();
        }
        var prepared = pipelines.prepare(actor, project, reader.read(bytes, project));
        return pipelines.edit(actor, release, revision, prepared).response();
    }

    /** Deletes it with its records. */
    @DELETE
    @Transactional
    public Response delete(@RestPath("project_id") String project, @RestPath("pipeline_id") String id) {
        var release = addressed.release(caller.actor(), project, id);
        releases.delete(caller.actor(), release.id());
        return Response.noContent().build();
    }
}
