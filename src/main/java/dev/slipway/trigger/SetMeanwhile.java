package dev.slipway.trigger;

/** Somebody else set the trigger policy after this page was opened. */
public class SetMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String by;

    SetMeanwhile(TriggerPolicy policy) {
        super("The trigger policy was set by %s meanwhile".formatted(policy.setByName()));
        this.by = policy.setByName();
    }

    /** The name of whoever set it. */
    public String by() {
        return by;
    }
}
