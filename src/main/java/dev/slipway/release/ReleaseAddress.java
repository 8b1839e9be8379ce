package dev.slipway.release;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the address of the list says, before anything of it is believed. */
public class ReleaseAddress {

    @RestQuery
    @Nullable
    String name;

    @RestQuery
    @Nullable
    String status;

    @RestQuery
    @Nullable
    String sort;

    @RestQuery
    @Nullable
    String after;

    @RestQuery
    @Nullable
    String before;
}
