package dev.slipway.tasktype.manualtrigger;

import dev.slipway.tasktype.Asks;
import dev.slipway.tasktype.Checkpoint;
import dev.slipway.tasktype.Field;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Manual Trigger: the release goes on after somebody confirmed by hand, without comments [servicestage_03_0441]. */
@ApplicationScoped
class ManualTrigger implements Checkpoint<ManualTrigger.Input> {

    /** {@code instructions} tell whoever triggers what to look at. */
    record Input(@Asks(Field.Kind.MULTILINE) @Size(max = 1000) @Nullable String instructions) {}

    @Override
    public String id() {
        return "manual_trigger";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public String target(Input input) {
        return "by hand";
    }

    @Override
    public boolean takesComments() {
        return false;
    }

    @Override
    public String instructions(Input input) {
        return Objects.requireNonNullElse(input.instructions(), "");
    }
}
