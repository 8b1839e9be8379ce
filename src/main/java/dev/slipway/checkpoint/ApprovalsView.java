package dev.slipway.checkpoint;

import dev.slipway.execution.Viewer;
import dev.slipway.live.Audience;
import dev.slipway.live.LiveView;
import dev.slipway.live.Update;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Keeps the inbox, and its count in the navigation of every page, up to date. */
@ApplicationScoped
public class ApprovalsView implements LiveView {

    private final Waiting waiting;

    ApprovalsView(Waiting waiting) {
        this.waiting = waiting;
    }

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    public String announcement(String id) {
        return "project:" + id;
    }

    /** Whoever may decide sees the same; so does everybody else, who sees nothing wait. */
    @Override
    public Audience audience(Actor actor, String id) {
        var viewer = Viewer.audience(actor, id);
        return new Audience(viewer.language(), viewer.may(Permission.DECIDE) ? Set.of(Permission.DECIDE) : Set.of());
    }

    @Override
    public Update since(String id, long version, Audience audience) {
        if (!audience.may(Permission.DECIDE)) {
            return update(Waiting.Tally.NOTHING, InboxPage.ofWhoMayNotDecide(), audience);
        }
        var tally = waiting.tally(id);
        var page = InboxPage.of(waiting.longestFirst(id, InboxPage.LIMIT), tally.count());
        return update(tally, page, audience);
    }

    private static Update update(Waiting.Tally tally, InboxPage page, Audience audience) {
        return new Update(
                tally.version(),
                render(InboxTemplates.count(tally.count()), audience)
                        + render(InboxTemplates.inbox$list(page), audience));
    }

    private static String render(TemplateInstance template, Audience audience) {
        return template.setLocale(audience.language()).render();
    }
}
