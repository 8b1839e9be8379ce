package dev.slipway.webhook;

import dev.slipway.web.FormProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new webhook, or for an existing one.
 *
 * @param existing the name that the one to be edited has; null for a new one
 * @param action where the form goes
 * @param back where to go instead
 * @param edition what of it is on the screen
 */
public record WebhookFormPage(
        String projectId,
        String project,
        @Nullable String existing,
        String action,
        String back,
        int edition,
        Typed typed,
        List<FormProblem> problems) {

    /** The same with what was typed, and what is wrong with it. */
    WebhookFormPage refused(Typed again, int known, List<FormProblem> why) {
        return new WebhookFormPage(projectId, project, existing, action, back, known, again, why);
    }

    /** All that can be told. */
    public List<EventType> offered() {
        return EventType.offered();
    }

    /** What is wrong with one field; null if nothing is. */
    public @Nullable String problem(String field) {
        return FormProblem.of(field, problems);
    }
}
