package dev.slipway.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows which release tasks name a part of the catalog; whoever has release tasks implements it. */
public interface Usage {

    /**
     * The release tasks that name what is at this address, by name.
     *
     * @param limit how many to look up at the most
     */
    List<Use> releaseTasks(Address address, int limit);

    /**
     * How tasks name an application, a component or an environment. What they need not name is null.
     *
     * @param regionId null for an application, which is in all regions
     */
    record Address(
            String projectId,
            @Nullable String regionId,
            @Nullable String application,
            @Nullable String environment,
            @Nullable String component) {}
}
