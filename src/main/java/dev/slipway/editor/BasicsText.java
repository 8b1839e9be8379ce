package dev.slipway.editor;

import dev.slipway.execution.FailMode;
import dev.slipway.release.Definition;
import dev.slipway.release.ReleaseTask;

/** What is typed into the form of basics. */
public record BasicsText(String project, String name, String description, boolean bestEffort) {

    static BasicsText of(ReleaseTask release) {
        return new BasicsText(
                release.projectId(), release.name(), release.description(), release.failMode() == FailMode.CONTINUE);
    }

    static BasicsText of(String project, Definition definition) {
        return new BasicsText(
                project, definition.name(), definition.description(), definition.failMode() == FailMode.CONTINUE);
    }

    /** The definition with these basics. */
    Definition in(Definition definition) {
        return new Definition(name, description, bestEffort ? FailMode.CONTINUE : FailMode.STOP, definition.phases());
    }
}
