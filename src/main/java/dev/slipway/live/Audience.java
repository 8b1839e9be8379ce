package dev.slipway.live;

/**
 * All those who get to see the same: the same language, the same buttons.
 *
 * @param mayDecide they see the buttons that approve
 * @param mayExecute they see the buttons that execute
 */
public record Audience(String language, boolean mayDecide, boolean mayExecute) {}
