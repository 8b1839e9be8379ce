package dev.slipway.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with what was sent in a form.
 *
 * @param field the id of the control to correct, to which the summary on top links
 * @param text a sentence that says what is wrong and what is allowed
 */
public record FormProblem(String field, String text) {

    /** The first sentence about a field; null if nothing is wrong with it. */
    public static @Nullable String of(String field, List<FormProblem> problems) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FormProblem::text)
                .findFirst()
                .orElse(null);
    }
}
