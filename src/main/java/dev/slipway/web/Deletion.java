package dev.slipway.web;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The question whether something may go, or why it can't.
 *
 * @param nav the entry of the navigation that it belongs to
 * @param name what is to be deleted
 * @param consequence what goes with it, and what stays
 * @param action where the answer is sent
 * @param back where one comes from
 * @param obstacles what uses it; nothing can be deleted while there are any
 */
public record Deletion(
        String nav, String name, String consequence, String action, String back, List<Obstacle> obstacles) {

    /**
     * Something that has to go first.
     *
     * @param what what kind of thing it is
     * @param href where it is; null where it has no page
     */
    public record Obstacle(String what, String name, @Nullable String href) {}

    /** The dialog, or the page that stands in for it. */
    public TemplateInstance ask(boolean htmx) {
        return htmx ? DeletionTemplates.dialog(this) : DeletionTemplates.page(this);
    }

    /** The same, for somebody who wanted to delete it and can't any more. */
    public RestResponse<TemplateInstance> refuse(boolean htmx) {
        return Htmx.conflict(ask(htmx), Htmx.DIALOG);
    }
}
