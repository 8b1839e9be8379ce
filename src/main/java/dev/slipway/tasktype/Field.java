package dev.slipway.tasktype;

import java.util.List;

/**
 * A field of a task's input, as a form asks for it.
 *
 * @param path where the value is in the input: {@code run.port}
 * @param choices all there is to choose from, for {@link Kind#CHOICE}
 */
public record Field(String path, Kind kind, boolean required, List<String> choices) {

    /** What a field takes, and so what helps to fill it in. */
    public enum Kind {
        /** One line. */
        TEXT,
        /** Several lines. */
        MULTILINE,
        NUMBER,
        /** A list, one entry in each line. */
        LINES,
        /** Names with values, {@code NAME=value} in each line. */
        PAIRS,
        /** One of a few words. */
        CHOICE,
        /** The name of an environment of the region. */
        ENVIRONMENT,
        /** The name of an application of the project. */
        APPLICATION,
        /** The name of an application that the task creates, which others may refer to. */
        NEW_APPLICATION,
        /** The name of a component. */
        COMPONENT,
        /** The name of a component that the task creates. */
        NEW_COMPONENT,
        /** The name of an artifact. */
        ARTIFACT,
        /** The name of an artifact that the task builds. */
        NEW_ARTIFACT,
        /** An archive that was uploaded to the project, by its digest. */
        UPLOAD
    }
}
