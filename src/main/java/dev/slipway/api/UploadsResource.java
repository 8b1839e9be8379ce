package dev.slipway.api;

import dev.slipway.upload.RefusedUpload;
import dev.slipway.upload.Uploads;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Our extension: takes archives of source, which tasks then build. */
@Path("/v3/{project_id}/pipeline/pipelines/uploads")
@Produces(Json.TYPE)
@Consumes(MediaType.APPLICATION_OCTET_STREAM)
public class UploadsResource {

    /** How its address ends; bodies may be larger here than elsewhere. */
    static final String END = "/pipelines/uploads";

    private final Caller caller;
    private final Addressed addressed;
    private final Uploads uploads;

    UploadsResource(Caller caller, Addressed addressed, Uploads uploads) {
        this.caller = caller;
        this.addressed = addressed;
        this.uploads = uploads;
    }

    private record UploadBody(String upload, String name, long bytes, long uploadedAt) {}

    /** Keeps one. What it answers is the same for the same file, however often it is sent. */
    @POST
    public Response store(@RestPath("project_id") String project, @RestQuery @Nullable String name, InputStream body)
            throws IOException {
        var actor = caller.actor();
        addressed.home(actor, project, null);
        var file = Files.createTempFile("slipway-upload-", "");
        try {
            read(body, file);
            var stored = uploads.store(
                    actor, project, Objects.requireNonNullElse(name, "").replace("\0", ""), file);
            var answer = new UploadBody(
                    stored.reference(),
                    stored.name(),
                    stored.bytes(),
                    stored.uploadedAt().toEpochMilli());
            return Answered.of(answer).response();
        } catch (RefusedUpload e) {
            throw new BadRequest(String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Whatever its headers say about its size. */
    private void read(InputStream body, java.nio.file.Path file) {
        var most = uploads.mostBytes();
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[8192];
            var left = most;
            for (var count = body.read(buffer); count > 0; count = body.read(buffer)) {
                left -= count;
                if (left < 0) {
                    throw new BadRequest(413, Bodies.tooLarge(most));
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            throw new BadRequest("The body broke off.");
        }
    }
}
