package dev.slipway.editor;

import dev.slipway.release.ReleaseTask;
import dev.slipway.web.Messages;
import java.util.List;

/**
 * What frames a form: a dialog, or the page that stands in for it without JavaScript.
 *
 * @param back where Cancel leads
 * @param focus the id of the element that has the focus after the dialog; empty: where it came from
 */
public record Sheet(String title, List<Crumb> crumbs, String back, String focus) {

    /** The frame of a form that belongs to a release task. */
    static Sheet of(ReleaseTask release, String title, Messages messages) {
        var href = "/releases/" + release.id();
        var crumbs = List.of(new Crumb(messages.regionReleaseTasks(), "/releases"), new Crumb(release.name(), href));
        return new Sheet(title, crumbs, href, "");
    }

    /** A step of the way here. */
    public record Crumb(String name, String href) {}
}
