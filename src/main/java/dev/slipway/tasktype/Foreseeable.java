package dev.slipway.tasktype;

import dev.slipway.catalog.Components;
import org.jspecify.annotations.Nullable;

/**
 * A task type that brings a version of a component up, which an environment may be able to say beforehand.
 *
 * @param <I> its input
 */
public interface Foreseeable<I extends Record> extends Work<I> {

    /** What a task with this input would bring up in a release. */
    Intention intention(Ticket.Release release, I input);

    /**
     * What a task would bring up.
     *
     * @param version the number of the version; null: the time at which the attempt starts
     * @param artifactVersion the version of the artifact; null: the newest
     */
    record Intention(
            Components.Address address, Specs.Said said, @Nullable String version, @Nullable String artifactVersion) {}
}
