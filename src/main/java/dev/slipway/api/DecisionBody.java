package dev.slipway.api;

import dev.slipway.execution.Decision;

/** A decision, in the words in which it was asked for. */
record DecisionBody(String approvalType, String approver, String message, long approvedAt) {

    static final String AGREE = "agree";
    static final String REFUSE = "refuse";

    static DecisionBody of(Decision decision) {
        return new DecisionBody(
                decision.agreed() ? AGREE : REFUSE,
                decision.displayName(),
                decision.comments(),
                decision.decidedAt().toEpochMilli());
    }
}
