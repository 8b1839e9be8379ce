package dev.slipway.web;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.project.Details;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the fields for name and description send. */
public class DetailsFields {

    @RestForm
    @Nullable
    String name;

    @RestForm
    @Nullable
    String description;

    @RestForm
    @DefaultValue("0")
    int edition;

    /** What was typed. */
    public Details details() {
        return new Details(requireNonNullElse(name, ""), requireNonNullElse(description, ""));
    }

    /** What was on the screen. */
    public int edition() {
        return edition;
    }
}
