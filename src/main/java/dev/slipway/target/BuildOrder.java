package dev.slipway.target;

import java.util.List;

/**
 * The order to build one version of an artifact.
 *
 * @param id the same for every repetition of this order, different for every other: step run and attempt
 * @param environment the name of the environment that builds
 * @param source the source directory, relative to the target's source root
 * @param command program and arguments; no shell reads them
 * @param output the directory that the command fills, relative to the source directory
 */
public record BuildOrder(
        String id,
        String environment,
        String artifact,
        String version,
        String source,
        List<String> command,
        String output) {}
