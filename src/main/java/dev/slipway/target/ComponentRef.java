package dev.slipway.target;

import java.util.UUID;

/** A component as a target sees it. The names are for people; the ids are what counts. */
public record ComponentRef(UUID id, String application, String name, String environment, UUID environmentId) {}
