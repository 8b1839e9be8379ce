package dev.slipway.editor;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.identity.Place;
import dev.slipway.release.ReleaseTask;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** The drafts of the user of this request, for a notice on other pages: {@code inject:unsavedDrafts} in templates. */
@Named("unsavedDrafts")
@RequestScoped
public class UnsavedDrafts {

    private static final int MOST = 5;

    private final CurrentUser user;
    private final CurrentPlace place;
    private final Drafts drafts;

    UnsavedDrafts(CurrentUser user, CurrentPlace place, Drafts drafts) {
        this.user = user;
        this.place = place;
        this.drafts = drafts;
    }

    /** A draft that was not saved yet. */
    public record Entry(String href, String id, String name, Instant savedAt) {}

    /** The latest ones of the project and region that the user is in. */
    public List<Entry> here() {
        return place.find().map(this::in).orElse(List.of());
    }

    private List<Entry> in(Place here) {
        var home = new ReleaseTask.Home(here.projectId(), here.region());
        return drafts.unsaved(user.actor(), home, MOST).stream()
                .map(draft ->
                        new Entry(Draft.href(draft.id), draft.id.toString(), draft.definition.name(), draft.updatedAt))
                .toList();
    }
}
