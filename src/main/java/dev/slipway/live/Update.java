package dev.slipway.live;

/**
 * What changed of a view.
 *
 * @param version the version that the page shows after this
 * @param html elements with ids, each of which takes the place of the element with this id; and
 *     {@code <p data-announce>} for what the announcer says; empty: the page asks the server for itself again
 */
public record Update(long version, String html) {}
