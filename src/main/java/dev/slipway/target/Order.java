package dev.slipway.target;

import java.time.Duration;
import java.util.Map;

/**
 * The order to make one version of a component run.
 *
 * @param id the same for every repetition of this order, different for every other: step run and attempt
 * @param origin what made the version, for people: {@code release-shop, execution 3}
 * @param artifact where the artifact is, as a build reported it
 * @param spec how to run it, in the words of the target
 * @param within how long it may take to become healthy, from when it is carried out first; a Slipway that is away meanwhile
 *     takes nothing off it
 */
public record Order(
        String id,
        ComponentRef component,
        String version,
        String origin,
        String artifact,
        Map<String, Object> spec,
        Duration within) {}
