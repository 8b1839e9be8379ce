package dev.slipway.editor;

import dev.slipway.release.DefinitionChanges;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What others have saved since a draft began, beside what the draft changes.
 *
 * @param revision the revision that is shown, which is the one that may be saved over
 */
public record MeanwhilePage(
        UUID draft,
        UUID release,
        String name,
        String by,
        Instant at,
        int revision,
        List<DefinitionChanges.Change> theirs,
        List<DefinitionChanges.Change> mine) {

    /** The address of the draft. */
    public String href() {
        return Draft.href(draft);
    }
}
