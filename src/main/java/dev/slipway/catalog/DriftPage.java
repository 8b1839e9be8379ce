package dev.slipway.catalog;

import dev.slipway.target.Previewing;
import java.util.List;

/**
 * What somebody has changed of a component since it was released.
 *
 * @param problem why that can't be told; empty if it can
 */
public record DriftPage(Inventory.Row row, List<Previewing.Drift> drifts, String problem) {}
