package dev.slipway.catalog;

import dev.slipway.web.DetailsForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new application, component or environment, or for an existing one.
 *
 * @param existing the name that the one to be edited has; null for a new one
 * @param action where the form goes
 * @param back where to go instead
 * @param choices what else is asked of a new one
 * @param namedBy the release tasks that name it, so that it has to keep its name
 */
public record PartPage(
        PartKind kind,
        @Nullable String existing,
        String action,
        String back,
        DetailsForm form,
        List<Choice> choices,
        List<Use> namedBy) {

    /**
     * One of several.
     *
     * @param field the name of the field, which is its id too
     */
    public record Choice(String field, List<Option> options) {}

    /** Something to choose. */
    public record Option(String value, String label, boolean selected) {}

    /** The entry of the navigation that it belongs to. */
    public String nav() {
        return kind.list().substring(1);
    }
}
