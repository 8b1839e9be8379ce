package dev.slipway.checkpoint;

import dev.slipway.identity.CurrentPlace;
import dev.slipway.identity.CurrentUser;
import dev.slipway.project.Permission;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The inbox: everything in the current project that waits for the user. */
@Path("/approvals")
@Produces(MediaType.TEXT_HTML)
public class InboxResource {

    private final CurrentUser user;
    private final CurrentPlace place;
    private final Inbox inbox;
    private final Waiting waiting;

    InboxResource(CurrentUser user, CurrentPlace place, Inbox inbox, Waiting waiting) {
        this.user = user;
        this.place = place;
        this.inbox = inbox;
        this.waiting = waiting;
    }

    /** Shows what waits, the longest first. */
    @GET
    public TemplateInstance list() {
        var projectId = place.place().projectId();
        user.actor().require(projectId, Permission.VIEW);
        if (!user.actor().may(projectId, Permission.DECIDE)) {
            return InboxTemplates.inbox(InboxPage.ofWhoMayNotDecide());
        }
        // Counted before the list is read: what comes in between is announced as a later version.
        var count = inbox.count();
        return InboxTemplates.inbox(InboxPage.of(waiting.longestFirst(projectId, InboxPage.LIMIT), count));
    }
}
