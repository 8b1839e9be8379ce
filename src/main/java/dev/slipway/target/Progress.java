package dev.slipway.target;

import java.time.Duration;

/** How an order to a target is going. */
public sealed interface Progress {

    /**
     * Still at it.
     *
     * @param what a short phrase for the card, such as "waiting for http://localhost:9001/health"
     * @param pause when to look again, unless the target says before that there is something to see
     */
    record Working(String what, Duration pause) implements Progress {

        private static final Duration SOON = Duration.ofMillis(500);

        /** Still at it; whoever looks has to look often. */
        public Working(String what) {
            this(what, SOON);
        }
    }

    /**
     * Done and healthy.
     *
     * @param where an address people can open, or for a build the location of the artifact
     */
    record Ready(String where) implements Progress {}

    /** It will not get there; {@code why} is a full sentence that helps whoever is called at night. */
    record Broken(String why) implements Progress {}
}
