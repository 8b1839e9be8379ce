package dev.slipway.catalog;

import java.util.List;

/**
 * The last lines of the log of one instance of a component.
 *
 * @param previous whether they are of the run before its last restart
 * @param problem why they can't be shown; empty if they can
 */
public record InstanceLogPage(
        Inventory.Row row, String instance, boolean previous, List<String> lines, String problem) {}
