package dev.slipway.api;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The release tasks of a project: list and create [servicestage_06_0245, servicestage_06_0246]. */
@Path("/v3/{project_id}/pipeline/pipelines")
@Produces(Json.TYPE)
@Consumes(Json.TYPE)
public class PipelinesResource {

    private final Caller caller;
    private final Addressed addressed;
    private final PipelineList list;
    private final PipelineReader reader;
    private final Pipelines pipelines;
    private final Bodies bodies;
    private final Once once;
    private final Reply reply;
    private final PipelineFiles files;

    PipelinesResource(
            Caller caller,
            Addressed addressed,
            PipelineList list,
            PipelineReader reader,
            Pipelines pipelines,
            Bodies bodies,
            Once once,
            Reply reply,
            PipelineFiles files) {
        this.caller = caller;
        this.addressed = addressed;
        this.list = list;
        this.reader = reader;
        this.pipelines = pipelines;
        this.bodies = bodies;
        this.once = once;
        this.reply = reply;
        this.files = files;
    }

    /** The release tasks of a region, the newest first; a bare array, as in ServiceStage's example. */
    @GET
    @Transactional
    public Response list(@RestPath("project_id") String project, @BeanParam ListAddress address) {
        var home = addressed.home(caller.actor(), project, address.region);
        var search = address.search();
        var rows = list.find(home, search, address.slice());
        return reply.read(rows, null, Map.of("X-Total-Count", list.count(home, search)));
    }

    /** Creates one; our extension: also from the YAML file that the console exports. */
    @POST
    @Consumes({Json.TYPE, PipelineFiles.TYPE})
    public Response create(
            @RestPath("project_id") String project,
            @RestQuery @Nullable String region,
            @Context HttpHeaders sent,
            InputStream body) {
        var actor = caller.actor();
        var bytes = bodies.read(body);
        var home = addressed.home(actor, project, region);
        return PipelineFiles.isOne(sent)
                ? once.perform(bytes, () -> files.create(actor, home, bytes))
                : once.perform(
                        bytes,
                        () -> pipelines.prepare(actor, project, reader.read(bytes, project)),
                        prepared -> pipelines.create(actor, home, prepared));
    }
}
