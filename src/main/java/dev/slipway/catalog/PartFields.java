package dev.slipway.catalog;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.project.Details;
import jakarta.ws.rs.DefaultValue;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What a form about an application, a component or an environment sends. */
public class PartFields {

    @RestForm
    @Nullable
    String name;

    @RestForm
    @Nullable
    String description;

    @RestForm
    @DefaultValue("0")
    int edition;

    @RestForm
    @Nullable
    String application;

    @RestForm
    @Nullable
    String environment;

    @RestForm
    @Nullable
    String kind;

    Details details() {
        return new Details(requireNonNullElse(name, ""), requireNonNullElse(description, ""));
    }

    @Nullable
    UUID applicationId() {
        return id(application);
    }

    @Nullable
    UUID environmentId() {
        return id(environment);
    }

    String targetKind() {
        return requireNonNullElse(kind, "");
    }

    /** What is no id is as good as nothing chosen. */
    static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
