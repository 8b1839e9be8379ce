package dev.slipway.api;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which part of a list an address asks for. */
public class SliceAddress {

    @RestQuery
    @Nullable
    String offset;

    @RestQuery
    @Nullable
    String limit;

    Slice slice(int usual) {
        return Slice.of(offset, limit, usual);
    }
}
