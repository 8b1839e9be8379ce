package dev.slipway.editor;

import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What a button of the orchestration sends. */
public class ChangeForm {

    @RestForm
    @Nullable
    String change;

    @RestForm
    @Nullable
    String shape;

    /** Whether the page tells all that is wrong, and so goes on to tell it. */
    @RestForm
    boolean checked;

    String change() {
        return change == null ? "" : change;
    }

    String shape() {
        return shape == null ? "" : shape;
    }
}
