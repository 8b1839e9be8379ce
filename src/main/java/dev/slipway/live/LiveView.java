package dev.slipway.live;

import dev.slipway.project.Actor;

/**
 * A part of pages that follows what happens. Pages name it in {@code data-live="execution:12"} with the version they show
 * in {@code data-live-version}; what changed since then is rendered once per audience, whoever watches.
 */
public interface LiveView {

    /** The part before the colon: {@code execution}. */
    String name();

    /** The announcement of the database after which the view may have changed: {@code execution:12}, {@code project:0}. */
    String announcement(String id);

    /** Whom a person sees the view as; also says that the person may see it at all. */
    Audience audience(Actor actor, String id);

    /** What changed after a version; called outside any transaction. */
    Update since(String id, long version, Audience audience);
}
