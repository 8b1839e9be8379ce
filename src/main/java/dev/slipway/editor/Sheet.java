package dev.slipway.editor;

import java.util.List;

/**
 * What frames a form: a dialog, or the page that stands in for it without JavaScript.
 *
 * @param back where Cancel leads
 * @param focus the id of the element that has the focus after the dialog; empty: where it came from
 */
public record Sheet(String title, List<Crumb> crumbs, String back, String focus) {

    /** A step of the way here. */
    public record Crumb(String name, String href) {}
}
