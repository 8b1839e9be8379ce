package dev.slipway.identity;

/**
 * The project and the region that the pages of this request are about.
 *
 * @param projectName what the top bar shows
 */
public record Place(String projectId, String projectName, String region) {}
