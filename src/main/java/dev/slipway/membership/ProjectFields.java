package dev.slipway.membership;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.project.Details;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the form about a project sends. */
public class ProjectFields {

    @RestForm
    @Nullable
    String name;

    @RestForm
    @Nullable
    String description;

    @RestForm
    @DefaultValue("0")
    int edition;

    Details details() {
        return new Details(requireNonNullElse(name, ""), requireNonNullElse(description, ""));
    }
}
