package dev.slipway.checkpoint;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.project.Permission;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** How much waits for the user of this request, in the navigation of every page: {@code inject:inbox} in templates. */
@Named("inbox")
@RequestScoped
public class Inbox {

    private final CurrentUser user;
    private final CurrentPlace place;
    private final Waiting waiting;
    private Waiting.@Nullable Tally tally;

    Inbox(CurrentUser user, CurrentPlace place, Waiting waiting) {
        this.user = user;
        this.place = place;
        this.waiting = waiting;
    }

    /** How many tasks wait; none for those who may not decide. */
    public long count() {
        return tally().count();
    }

    /** The version of the inbox, for its live view. */
    public long version() {
        return tally().version();
    }

    private Waiting.Tally tally() {
        if (tally == null) {
            tally = look();
        }
        return tally;
    }

    private Waiting.Tally look() {
        // Addresses that lead nowhere are answered where the database can't be asked; the live view tells them later.
        if (!BlockingOperationControl.isBlockingAllowed()) {
            return Waiting.Tally.UNKNOWN;
        }
        return place.find()
                .filter(here -> user.actor().may(here.projectId(), Permission.DECIDE))
                .map(here -> waiting.tally(here.projectId()))
                .orElse(Waiting.Tally.NOTHING);
    }
}
