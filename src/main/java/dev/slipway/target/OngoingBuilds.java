package dev.slipway.target;

/** Knows which builds go on; the target that builds somewhere else implements it. */
public interface OngoingBuilds {

    /**
     * Whether a build was begun and has not ended.
     *
     * @param order the id of the order to build
     */
    boolean isGoing(String order);
}
