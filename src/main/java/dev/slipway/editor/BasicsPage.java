package dev.slipway.editor;

import dev.slipway.identity.ProjectChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Name, description and policy: of a new release task, of a clone, of a draft, of a release task.
 *
 * @param seen what the form began from: a fingerprint or a revision
 * @param stale who changed it since; null if nobody did
 * @param projects where the release task may go; none where it has its place already
 */
public record BasicsPage(
        Sheet sheet,
        Target target,
        String seen,
        @Nullable String stale,
        BasicsText text,
        List<ProjectChoice> projects,
        List<EditorPage.ProblemLink> problems,
        @Nullable String nameProblem,
        @Nullable String descriptionProblem) {

    /**
     * Where the form is sent.
     *
     * @param patches whether the answer changes the page that asked; otherwise it leads to another
     * @param self the release task whose own name is no problem; empty for a new one
     * @param region where it is
     * @param button what the button does
     */
    public record Target(String action, boolean patches, String self, String region, String button) {}
}
