package dev.slipway.target;

/** How an order to a target is going. */
public sealed interface Progress {

    /** Still at it; {@code what} is a short phrase for the card, such as "waiting for http://localhost:9001/health". */
    record Working(String what) implements Progress {}

    /**
     * Done and healthy.
     *
     * @param where an address people can open, or for a build the location of the artifact
     */
    record Ready(String where) implements Progress {}

    /** It will not get there; {@code why} is a full sentence that helps whoever is called at night. */
    record Broken(String why) implements Progress {}
}
