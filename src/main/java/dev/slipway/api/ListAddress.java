package dev.slipway.api;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the address of the list says, before anything of it is believed. */
public class ListAddress {

    @RestQuery
    @Nullable
    String region;

    @RestQuery
    @Nullable
    String name;

    @RestQuery
    @Nullable
    String status;

    @RestQuery
    @Nullable
    String offset;

    @RestQuery
    @Nullable
    String limit;

    PipelineList.Search search() {
        // PostgreSQL has no text with a zero in it.
        return new PipelineList.Search(name == null ? "" : name.strip().replace("\0", ""), Addressed.status(status));
    }

    Slice slice() {
        return Slice.of(offset, limit, Slice.MOST);
    }
}
