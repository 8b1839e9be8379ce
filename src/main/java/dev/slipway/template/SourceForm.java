package dev.slipway.template;

import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Where a package comes from, as the form says it: a file, or an address with what its server asks for. */
public class SourceForm {

    @RestForm("file")
    @Nullable
    FileUpload file;

    @RestForm
    @Nullable
    String address;

    @RestForm
    @Nullable
    String username;

    @RestForm
    @Nullable
    String password;

    @RestForm
    @Nullable
    String headers;

    /** The file; null where none was chosen, for which browsers send an empty one. */
    @Nullable
    FileUpload chosenFile() {
        return file != null && file.fileName().isEmpty() ? null : file;
    }

    String address() {
        return Objects.requireNonNullElse(address, "").strip();
    }

    String username() {
        return Objects.requireNonNullElse(username, "").strip();
    }

    String password() {
        return Objects.requireNonNullElse(password, "");
    }

    String headers() {
        return Objects.requireNonNullElse(headers, "");
    }
}
