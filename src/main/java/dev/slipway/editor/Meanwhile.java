package dev.slipway.editor;

import dev.slipway.project.Actor;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.DefinitionChanges;
import dev.slipway.release.ReleaseTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Compares a draft with what others have saved since it began. */
@ApplicationScoped
class Meanwhile {

    /** @throws UnknownRecord if the draft is not there, or not one of a release task that is */
    @Transactional
    MeanwhilePage of(Actor actor, UUID id) {
        var draft = Draft.of(actor, id);
        var base = draft.base;
        if (draft.releaseTaskId == null || base == null) {
            throw new UnknownRecord("release task of draft", id);
        }
        var release = ReleaseTask.byId(draft.releaseTaskId);
        return new MeanwhilePage(
                id,
                release.id(),
                release.name(),
                release.updated().by(),
                release.updated().at(),
                release.revision(),
                DefinitionChanges.between(base, release.definition()),
                DefinitionChanges.between(base, draft.definition));
    }
}
