package dev.slipway.api;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** Our extension: a release task as one YAML file. */
@Path("/v3/{project_id}/pipeline/pipelines/{pipeline_id}/file")
public class PipelineFileResource {

    private final Caller caller;
    private final Addressed addressed;
    private final PipelineFiles files;
    private final Reply reply;

    PipelineFileResource(Caller caller, Addressed addressed, PipelineFiles files, Reply reply) {
        this.caller = caller;
        this.addressed = addressed;
        this.files = files;
        this.reply = reply;
    }

    /** The file that the console exports, byte for byte. */
    @GET
    @Produces(PipelineFiles.TYPE)
    @Transactional
    public Response show(@RestPath("project_id") String project, @RestPath("pipeline_id") String id) {
        var release = addressed.release(caller.actor(), project, id);
        return reply.file(files.write(caller.actor(), release), PipelineFiles.TYPE);
    }
}
