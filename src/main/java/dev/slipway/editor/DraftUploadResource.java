package dev.slipway.editor;

import dev.slipway.identity.CurrentUser;
import dev.slipway.upload.RefusedUpload;
import dev.slipway.web.Htmx;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes the archive of source that a task of a draft builds. */
@Path("/releases/drafts/{draft}/tasks/{key}/upload")
@Produces(MediaType.TEXT_HTML)
public class DraftUploadResource {

    private final TaskUploads uploads;
    private final CurrentUser user;
    private final EditorMessages texts;

    DraftUploadResource(TaskUploads uploads, CurrentUser user, EditorMessages texts) {
        this.uploads = uploads;
        this.user = user;
        this.texts = texts;
    }

    /** Asks for it. */
    @GET
    @Blocking
    public TemplateInstance ask(@RestPath UUID draft, @RestPath String key) {
        return EditorTemplates.upload(uploads.page(user.actor(), new TaskForms.Address(draft, key), null));
    }

    /** Keeps it, and leads back to the form of the task, which names it. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    public RestResponse<TemplateInstance> take(
            @RestPath UUID draft, @RestPath String key, @RestForm("file") @Nullable FileUpload file) {
        var address = new TaskForms.Address(draft, key);
        // Browsers send a nameless one where none was chosen.
        if (file == null || file.fileName().isEmpty()) {
            return refused(address, texts.editorUploadNothing());
        }
        try {
            uploads.store(user.actor(), address, file.fileName(), file.filePath());
            return RestResponse.seeOther(URI.create(Draft.href(draft) + "/tasks/" + key));
        } catch (RefusedUpload why) {
            return refused(address, String.valueOf(why.getMessage()));
        }
    }

    private RestResponse<TemplateInstance> refused(TaskForms.Address address, String problem) {
        return Htmx.problems(EditorTemplates.upload(uploads.page(user.actor(), address, problem)), Htmx.MAIN);
    }
}
