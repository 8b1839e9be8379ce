package dev.slipway.tasktype.createapplication;

import dev.slipway.catalog.Applications;
import dev.slipway.catalog.Names;
import dev.slipway.tasktype.Outcome;
import dev.slipway.tasktype.Ticket;
import dev.slipway.tasktype.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Create Application: creates an application in the project, and is content where it is there already. */
@ApplicationScoped
class CreateApplication implements Work<CreateApplication.Input> {

    private final Applications applications;

    CreateApplication(Applications applications) {
        this.applications = applications;
    }

    /** {@code name} follows the rule of release task names; {@code description} has up to 128 characters. */
    record Input(@NotNull @Pattern(regexp = Names.RULE) String name, @Size(max = 128) @Nullable String description) {}

    @Override
    public String id() {
        return "create_application";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public String target(Input input) {
        return input.name();
    }

    @Override
    public Outcome run(Ticket<Input> ticket) {
        var input = ticket.input();
        var description = input.description();
        var created = applications.create(new Applications.Creating(
                ticket.release().projectId(),
                input.name(),
                description == null ? "" : description,
                ticket.release().title()));
        return new Outcome.Succeeded(
                created ? "%s was created.".formatted(input.name()) : "%s was there already.".formatted(input.name()),
                Map.of("application", input.name(), "created", created));
    }
}
