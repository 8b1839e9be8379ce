package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Something that uses a part of the catalog and so keeps it as it is.
 *
 * @param href where to look at it; null where there is no page
 */
public record Use(Sort sort, String name, @Nullable String href) {

    /** What can use something. */
    public enum Sort {
        /** A release task whose tasks name it. */
        RELEASE_TASK,
        /** A component in the application or the environment. */
        COMPONENT,
        /** A version of the component that runs. */
        RUNNING_VERSION,
        /** An execution that changes the component at this moment. */
        EXECUTION
    }
}
