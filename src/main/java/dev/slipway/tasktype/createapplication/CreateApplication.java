package dev.slipway.tasktype.createapplication;

import dev.slipway.catalog.Applications;
import dev.slipway.catalog.Names;
import dev.slipway.tasktype.Asks;
import dev.slipway.tasktype.Field;
import dev.slipway.tasktype.Outcome;
import dev.slipway.tasktype.Ticket;
import dev.slipway.tasktype.Undoable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Create Application: creates an application in the project, and is content where it is there already. */
@ApplicationScoped
class CreateApplication implements Undoable<CreateApplication.Input> {

    private final Applications applications;

    CreateApplication(Applications applications) {
        this.applications = applications;
    }

    /** {@code name} follows the rule of release task names; {@code description} has up to 128 characters. */
    record Input(
            @Asks(Field.Kind.NEW_APPLICATION) @NotNull @Pattern(regexp = Names.RULE, message = Names.WRONG) String name,
            @Size(max = 128) @Nullable String description) {}

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
        if (applications.find(ticket.release().projectId(), input.name()).isPresent()) {
            return new Outcome.Succeeded(
                    "%s was there already.".formatted(input.name()),
                    Map.of("application", input.name(), "created", false));
        }
        return new Outcome.Succeeded(
                "%s was created.".formatted(input.name()),
                Map.of("application", input.name(), "created", true),
                Map.of("project", ticket.release().projectId(), "application", input.name()),
                () -> applications.create(new Applications.Creating(
                        ticket.release().projectId(),
                        input.name(),
                        Objects.requireNonNullElse(input.description(), ""),
                        ticket.release().title())));
    }

    @Override
    public Undoing undoing(Map<String, Object> undo, List<Map<String, Object>> sooner) {
        var name = name(undo);
        var components = find(undo).map(Applications.Content::components).orElse(0L);
        var remark = components == 0
                ? null
                : "Components of %s at the moment: %d. It is deleted only if none is left by then."
                        .formatted(name, components);
        return new Undoing("delete the application %s".formatted(name), null, remark);
    }

    @Override
    public Outcome undo(Ticket<Input> ticket, Map<String, Object> undo) {
        var name = name(undo);
        var found = find(undo);
        if (found.isEmpty()) {
            return new Outcome.Succeeded("%s was deleted already.".formatted(name), Map.of());
        }
        var components = found.get().components();
        if (components > 0) {
            return new Outcome.Failed("%s has %d components that this release did not create, so it was not deleted."
                    .formatted(name, components));
        }
        return new Outcome.Succeeded(
                "%s was deleted.".formatted(name),
                Map.of("application", name),
                Map.of(),
                () -> applications.remove(
                        ticket.release().projectId(), name, ticket.release().title()));
    }

    private Optional<Applications.Content> find(Map<String, Object> undo) {
        return applications.find(String.valueOf(undo.get("project")), name(undo));
    }

    private static String name(Map<String, Object> undo) {
        return String.valueOf(undo.get("application"));
    }
}
