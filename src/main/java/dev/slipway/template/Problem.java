package dev.slipway.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form.
 *
 * @param field the id of the field, to which the summary links
 */
public record Problem(String field, String text) {

    static @Nullable String of(String field, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::text)
                .findFirst()
                .orElse(null);
    }
}
