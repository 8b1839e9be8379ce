package dev.slipway.editor;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the form of basics sends. */
public class BasicsForm {

    @RestForm
    @Nullable
    String project;

    @RestForm
    @Nullable
    String name;

    @RestForm
    @Nullable
    String description;

    @RestForm
    boolean bestEffort;

    @RestForm
    @Nullable
    String seen;

    /** What was typed; {@code home} is the project where the form doesn't ask for one. */
    BasicsText text(String home) {
        return new BasicsText(
                project == null ? home : project,
                TaskForm.plain(name).strip(),
                TaskForm.plain(description).strip(),
                bestEffort);
    }

    String seen() {
        return seen == null ? "" : seen;
    }
}
