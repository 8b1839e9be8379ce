package dev.slipway.api;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which part of which log an address asks for. */
public class LogAddress extends SliceAddress {

    @RestQuery
    @Nullable
    String attempt;

    /** The number of the attempt. */
    int attempt(int present) {
        return attempt == null ? present : Slice.number("attempt", attempt, 1, present);
    }
}
