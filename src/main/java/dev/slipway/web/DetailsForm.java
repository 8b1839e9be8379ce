package dev.slipway.web;

import dev.slipway.project.Details;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fields for name and description, as they were typed.
 *
 * @param edition what of it is on the screen; sent along, so that nobody overwrites what they have not seen
 * @param problems what is wrong with what was typed
 * @param now what somebody else has saved in the meantime; null if nobody has
 */
public record DetailsForm(Details typed, int edition, List<FormProblem> problems, @Nullable Details now) {

    /** What is wrong with one field; empty if nothing is. */
    public String problem(String field) {
        return Objects.requireNonNullElse(FormProblem.of(field, problems), "");
    }

    /** Whether somebody else has given it another name than the one that was typed. */
    public boolean otherName() {
        return now != null && !now.name().equals(typed.name());
    }

    /** Whether somebody else has described it otherwise. */
    public boolean otherDescription() {
        return now != null && !now.description().equals(typed.description());
    }

    /** Whether it could not be saved. */
    public boolean refused() {
        return now != null || !problems.isEmpty();
    }
}
