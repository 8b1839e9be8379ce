package dev.slipway.webhook;

import dev.slipway.net.RefusedCall;
import dev.slipway.project.Details;
import dev.slipway.project.Rejected;
import dev.slipway.project.Stored;
import dev.slipway.web.FormMessages;
import dev.slipway.web.FormProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Says what is wrong with what was typed about a webhook. */
@ApplicationScoped
class WebhookRules {

    static final int LONGEST_ADDRESS = 2_000;

    private final Delivering delivering;
    private final WebhookMessages messages;
    private final FormMessages formMessages;

    WebhookRules(Delivering delivering, WebhookMessages messages, FormMessages formMessages) {
        this.delivering = delivering;
        this.messages = messages;
        this.formMessages = formMessages;
    }

    /** @throws InvalidWebhook with everything that is wrong */
    void check(Typed typed) {
        var problems = new ArrayList<FormProblem>();
        if (typed.name().isEmpty()) {
            problems.add(new FormProblem("name", formMessages.problem("NAME_MISSING", "")));
        } else if (!typed.name().matches(Details.NAME_RULE)) {
            problems.add(new FormProblem("name", formMessages.problem("NAME_RULE", "")));
        }
        checkAddress(typed.address(), problems);
        if (typed.events().isEmpty()) {
            problems.add(new FormProblem("event-STARTED", messages.eventsMissing()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidWebhook(problems);
        }
    }

    private void checkAddress(String address, List<FormProblem> problems) {
        if (address.length() > LONGEST_ADDRESS) {
            problems.add(new FormProblem("address", messages.addressTooLong(LONGEST_ADDRESS)));
            return;
        }
        try {
            delivering.check(address);
        } catch (RefusedCall refused) {
            problems.add(new FormProblem("address", String.valueOf(refused.getMessage())));
        }
    }

    /**
     * Writes what has changed to the database, which knows which names are taken.
     *
     * @throws InvalidWebhook if this one is
     */
    void store(Typed typed) {
        try {
            Stored.now(typed.name());
        } catch (Rejected taken) {
            var text = formMessages.problem("NAME_TAKEN", typed.name());
            throw new InvalidWebhook(List.of(new FormProblem("name", text)));
        }
    }
}
