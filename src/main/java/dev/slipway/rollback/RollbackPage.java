package dev.slipway.rollback;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What rolling back an execution would do, as things stand.
 *
 * @param parts what can be undone, in the order in which it would be
 * @param rest what has nothing to undo, or can't be undone
 * @param problem what is wrong with the selection; null if nothing is
 */
public record RollbackPage(
        UUID releaseId, String releaseName, int no, List<Part> parts, List<Rest> rest, @Nullable String problem) {

    /**
     * A task that can be undone.
     *
     * @param what what undoing it does: {@code storefront in local: from version 2.0 back to version 1.0}
     * @param changedSince who has changed the same thing since; it is undone only if somebody says so
     * @param remark what is worth knowing before; null if there is nothing
     */
    public record Part(
            String name,
            String title,
            String type,
            String what,
            @Nullable String changedSince,
            @Nullable String remark,
            boolean selected) {}

    /** A task that stays as it is, by the type that says why. */
    public record Rest(String title, String type) {}

    /** Where the answer goes. */
    public String action() {
        return "/releases/%s/executions/%d/roll-back".formatted(releaseId, no);
    }

    /** The address of the release task. */
    public String release() {
        return "/releases/" + releaseId;
    }
}
