package dev.slipway.catalog;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.web.DetailsFields;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What a form about an application, a component or an environment sends. */
public class PartFields extends DetailsFields {

    @RestForm
    @Nullable
    String application;

    @RestForm
    @Nullable
    String environment;

    @RestForm
    @Nullable
    String kind;

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
