package dev.slipway.web;

import dev.slipway.project.Details;
import dev.slipway.project.Outdated;
import dev.slipway.project.Rejected;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Fills the fields for name and description, and finds the words for what is wrong with them. */
@ApplicationScoped
public class DetailsForms {

    private final FormMessages messages;

    DetailsForms(FormMessages messages) {
        this.messages = messages;
    }

    /** Nothing typed yet. */
    public DetailsForm blank() {
        return of(new Details("", ""), 0);
    }

    /** What is stored. */
    public DetailsForm of(Details stored, int edition) {
        return new DetailsForm(stored, edition, List.of(), null);
    }

    /** What was typed, with what is wrong. */
    public DetailsForm rejected(Details typed, int edition, Rejected why) {
        var problems = why.problems().stream()
                .map(problem -> new FormProblem(
                        problem.field(), messages.problem(problem.reason().name(), problem.detail())))
                .toList();
        return new DetailsForm(typed, edition, problems, null);
    }

    /** What was typed, with what somebody else has saved; saving it once more overwrites that knowingly. */
    public DetailsForm outdated(Details typed, Outdated why) {
        return new DetailsForm(typed, why.edition(), List.of(), why.now());
    }
}
