package dev.slipway.trail;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the address of the trail says, before anything of it is believed. */
public class TrailAddress {

    /** {@code slipway}: what belongs to no project; anything else: the current project. */
    @RestQuery
    @Nullable
    String of;

    @RestQuery
    @Nullable
    String person;

    @RestQuery
    @Nullable
    String type;

    @RestQuery
    @Nullable
    String object;

    @RestQuery
    @Nullable
    String action;

    @RestQuery
    @Nullable
    String from;

    @RestQuery
    @Nullable
    String to;

    @RestQuery
    @Nullable
    String after;

    @RestQuery
    @Nullable
    String before;
}
