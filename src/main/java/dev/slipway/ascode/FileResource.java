package dev.slipway.ascode;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.project.Permission;
import dev.slipway.release.ReleaseTask;
import dev.slipway.web.Htmx;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes a release task as a file, as {@link ExportResource} gives it. */
@Path("/releases/from-file")
@Produces(MediaType.TEXT_HTML)
public class FileResource {

    private final ReleaseFiles files;
    private final CurrentUser user;
    private final CurrentPlace place;

    FileResource(ReleaseFiles files, CurrentUser user, CurrentPlace place) {
        this.files = files;
        this.user = user;
        this.place = place;
    }

    /** Asks for a file. */
    @GET
    @Blocking
    public TemplateInstance ask() {
        user.actor().require(place.place().projectId(), Permission.EDIT);
        return Templates.file(page("", false, List.of()));
    }

    /** Makes a release task from a file that is uploaded, or from a text. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    public RestResponse<TemplateInstance> take(
            @RestForm @Nullable FileUpload file, @RestForm @Nullable String text, @RestForm boolean replace)
            throws IOException {
        var home = new ReleaseTask.Home(place.place().projectId(), place.place().region());
        var content = content(file, text);
        try {
            var release = files.take(user.actor(), home, content, replace);
            return RestResponse.seeOther(URI.create("/releases/" + release));
        } catch (ReleaseFiles.BadFile e) {
            return Htmx.problems(Templates.file(page(content, replace, e.problems())), Htmx.MAIN);
        }
    }

    private static String content(@Nullable FileUpload file, @Nullable String text) throws IOException {
        if (file != null && file.size() > 0) {
            // What is no UTF-8 gets marks that the reader refuses or shows, instead of an error.
            return new String(Files.readAllBytes(file.uploadedFile()), StandardCharsets.UTF_8);
        }
        return text == null ? "" : text.replace("\r\n", "\n");
    }

    private FilePage page(String text, boolean replace, List<FileProblem> problems) {
        var here = place.place();
        return new FilePage(here.projectName(), here.region(), text, replace, problems);
    }

    /** The files under {@code templates/ascode}. */
    @CheckedTemplate(basePath = "ascode")
    static class Templates {

        private Templates() {}

        static native TemplateInstance file(FilePage page);
    }
}
