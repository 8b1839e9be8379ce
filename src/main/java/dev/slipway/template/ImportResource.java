package dev.slipway.template;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.net.Download;
import dev.slipway.net.RefusedCall;
import dev.slipway.project.Permission;
import dev.slipway.web.FormProblem;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Takes a template package: as a file, or from an address. */
@Path("/releases/import")
@Produces(MediaType.TEXT_HTML)
public class ImportResource {

    private static final int UNPROCESSABLE = 422;

    private final Imports imports;
    private final Download download;
    private final CurrentUser user;
    private final CurrentPlace place;
    private final TemplateMessages messages;

    ImportResource(
            Imports imports, Download download, CurrentUser user, CurrentPlace place, TemplateMessages messages) {
        this.imports = imports;
        this.download = download;
        this.user = user;
        this.place = place;
        this.messages = messages;
    }

    /** Asks for the package. */
    @GET
    @Blocking
    public TemplateInstance ask() {
        user.actor().require(place.place().projectId(), Permission.EDIT);
        return ImportTemplates.source(SourcePage.EMPTY);
    }

    /** Keeps the package and leads to what is in it. */
    @POST
    @Blocking
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<TemplateInstance> take(@BeanParam SourceForm form) {
        user.actor().require(place.place().projectId(), Permission.EDIT);
        try {
            return RestResponse.seeOther(URI.create("/releases/import/" + store(form)));
        } catch (RefusedPackage | RefusedCall e) {
            var field = form.chosenFile() == null ? "address" : "file";
            return refused(form, new FormProblem(field, String.valueOf(e.getMessage())));
        } catch (Incomplete e) {
            return refused(form, e.problem);
        }
    }

    /** The form does not say where the package is. */
    private static final class Incomplete extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient FormProblem problem;

        Incomplete(String field, String text) {
            super(text);
            this.problem = new FormProblem(field, text);
        }
    }

    private UUID store(SourceForm form) {
        var file = form.chosenFile();
        if (file != null && !form.address().isEmpty()) {
            throw new Incomplete("file", messages.importBoth());
        }
        if (file != null) {
            return imports.store(user.actor(), place.place(), file.fileName(), read(file));
        }
        if (form.address().isEmpty()) {
            throw new Incomplete("file", messages.importNothing());
        }
        Headers.problem(form.headers()).ifPresent(problem -> {
            throw new Incomplete("headers", problem);
        });
        var headers = Headers.of(form.headers(), form.username(), form.password());
        var content = download.get(new Download.Order(form.address(), headers, PackageArchive.MOST_BYTES));
        // What comes after the question mark may be a secret.
        return imports.store(user.actor(), place.place(), form.address().replaceFirst("[?#].*", ""), content);
    }

    private static byte[] read(FileUpload file) {
        if (file.size() > PackageArchive.MOST_BYTES) {
            throw new RefusedPackage(
                    "The package is larger than %d MB, which is the most.".formatted(PackageArchive.MOST_BYTES >> 20));
        }
        try {
            return Files.readAllBytes(file.filePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RestResponse<TemplateInstance> refused(SourceForm form, FormProblem problem) {
        var page = new SourcePage(form.address(), form.username(), List.of(problem));
        return ResponseBuilder.<TemplateInstance>create(UNPROCESSABLE, "Unprocessable Content")
                .entity(ImportTemplates.source(page))
                .build();
    }
}
