package dev.slipway.template;

import dev.slipway.web.FormProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks where a package comes from. Neither password nor headers come back to the browser. */
public record SourcePage(String address, String username, List<FormProblem> problems) {

    static final SourcePage EMPTY = new SourcePage("", "", List.of());

    /** What is wrong with a field; null if nothing is. */
    public @Nullable String problemOf(String field) {
        return FormProblem.of(field, problems);
    }
}
