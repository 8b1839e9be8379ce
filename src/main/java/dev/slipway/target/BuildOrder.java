package dev.slipway.target;

import java.util.Map;
import java.util.UUID;

/**
 * The order to build one version of an artifact.
 *
 * @param id the same for every repetition of this order, different for every other: step run and attempt
 * @param environmentId the environment that builds
 * @param artifact the name under which deployments ask for it
 * @param spec what to build and how, in the words of the target
 */
public record BuildOrder(String id, UUID environmentId, String artifact, String version, Map<String, Object> spec) {}
