package dev.slipway.catalog;

import dev.slipway.project.Actor;
import dev.slipway.web.Deletion;
import dev.slipway.web.DetailsForm;
import dev.slipway.web.DetailsForms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Looks up what the forms and the deletion of applications, components and environments show. */
@ApplicationScoped
class PartPages {

    private final Uses uses;
    private final DetailsForms forms;
    private final CatalogMessages messages;

    PartPages(Uses uses, DetailsForms forms, CatalogMessages messages) {
        this.uses = uses;
        this.forms = forms;
        this.messages = messages;
    }

    /** The form for a new one. */
    PartPage creating(PartKind kind, DetailsForm form, List<PartPage.Choice> choices) {
        return new PartPage(kind, null, kind.path(), kind.list(), form, choices, List.of());
    }

    /**
     * The form for an existing one.
     *
     * @param form what it shows, given what is stored
     * @throws dev.slipway.project.Forbidden if the actor may not edit it
     */
    @Transactional
    PartPage editing(Actor actor, PartKind kind, UUID id, UnaryOperator<DetailsForm> form) {
        var part = kind.changeableBy(actor, id);
        return new PartPage(
                kind,
                part.name(),
                "%s/%s/edit".formatted(kind.path(), id),
                part.path(),
                form.apply(forms.of(part.details(), part.edition())),
                List.of(),
                uses.byName(part));
    }

    /** The question whether it may go. */
    @Transactional
    Deletion deleting(Actor actor, PartKind kind, UUID id) {
        var part = kind.changeableBy(actor, id);
        return new Deletion(
                kind.list().substring(1),
                part.name(),
                messages.deletionOf(kind.word(), part.records()),
                "%s/%s/delete".formatted(kind.path(), id),
                part.path(),
                uses.all(part).stream().map(this::obstacle).toList());
    }

    private Deletion.Obstacle obstacle(Use use) {
        return new Deletion.Obstacle(messages.sortOfUse(use.sort().name()), use.name(), use.href());
    }
}
