package dev.slipway.webhook;

import dev.slipway.web.FormProblem;
import java.util.List;

/** What was typed about a webhook can't be taken; nothing was changed. */
public class InvalidWebhook extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<FormProblem> problems;

    InvalidWebhook(List<FormProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, field by field. */
    public List<FormProblem> problems() {
        return problems;
    }
}
