package dev.slipway.tasktype;

import dev.slipway.catalog.ComponentVersion;
import dev.slipway.catalog.Components;
import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import java.time.Duration;
import java.util.UUID;

/**
 * The component that a deployment works on, and where.
 *
 * @param healthyWithin how long a version of it may take to become healthy
 */
record Site(UUID component, Components.Address address, Place place, Duration healthyWithin) {

    ComponentRef ref() {
        return new ComponentRef(
                component, address.application(), address.name(), address.environment(), place.environment());
    }

    /** The order to make a version of it run. */
    Order order(String id, ComponentVersion version) {
        return new Order(
                id, ref(), version.version(), version.createdBy(), version.artifact(), version.spec(), healthyWithin);
    }
}
