package dev.slipway.tasktype.manualapproval;

import dev.slipway.tasktype.Asks;
import dev.slipway.tasktype.Checkpoint;
import dev.slipway.tasktype.Field;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Manual Approval: the release goes on after somebody agreed, with comments [servicestage_03_0441]. */
@ApplicationScoped
class ManualApproval implements Checkpoint<ManualApproval.Input> {

    /** {@code instructions} tell the approver what to look at. */
    record Input(@Asks(Field.Kind.MULTILINE) @Size(max = 1000) @Nullable String instructions) {}

    @Override
    public String id() {
        return "manual_approval";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public String target(Input input) {
        return "by an approver";
    }

    @Override
    public boolean takesComments() {
        return true;
    }

    @Override
    public String instructions(Input input) {
        return Objects.requireNonNullElse(input.instructions(), "");
    }
}
