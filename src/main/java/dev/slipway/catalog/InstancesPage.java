package dev.slipway.catalog;

import dev.slipway.target.Inspectable.Instance;
import java.util.List;

/**
 * What runs of a component, one by one.
 *
 * @param problem why that can't be told; empty if it can
 */
public record InstancesPage(Inventory.Row row, List<Instance> instances, String problem) {}
