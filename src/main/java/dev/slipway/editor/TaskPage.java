package dev.slipway.editor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of one task of a draft.
 *
 * @param minutes whether the time limit is in minutes, not seconds
 * @param seen the fingerprint of the task that the form shows
 * @param stale whether the task was changed elsewhere since the form was loaded; what was typed is still in it
 */
public record TaskPage(
        Sheet sheet,
        UUID draft,
        String key,
        String type,
        String where,
        FieldView name,
        FieldView limit,
        boolean minutes,
        List<FieldView> fields,
        List<EditorPage.ProblemLink> problems,
        String seen,
        boolean stale,
        Instant savedAt) {

    /** The fields that are always shown. */
    public List<FieldView> usual() {
        return fields.stream().filter(field -> !field.isForClusters()).toList();
    }

    /** The fields that only environments of kind Kubernetes need. */
    public List<FieldView> forClusters() {
        return fields.stream().filter(FieldView::isForClusters).toList();
    }

    /** Whether any of these has something in it, or is wrong. */
    public boolean isForACluster() {
        return forClusters().stream().anyMatch(field -> !field.value().isEmpty() || field.problem() != null);
    }

    /** Whether a file can be uploaded for any of them. */
    public boolean isUploadable() {
        return fields.stream().anyMatch(FieldView::uploadable);
    }

    /** The address of the task. */
    public String href() {
        return Draft.href(draft) + "/tasks/" + key;
    }

    /**
     * A field with what is in it.
     *
     * @param rows how many lines it has; 0 for one line
     * @param selectable whether only what is in {@code choices} may be chosen; otherwise they are suggestions
     * @param uploadable whether a file can be uploaded for it
     * @param problem null if nothing is wrong
     */
    public record FieldView(
            String name,
            String label,
            String hint,
            String value,
            boolean required,
            int rows,
            boolean number,
            boolean selectable,
            boolean uploadable,
            List<Choice> choices,
            @Nullable String problem) {

        boolean isForClusters() {
            return name.startsWith("input.kubernetes.");
        }

        /** The id of its control. */
        public String id() {
            return Labels.id(name);
        }

        /** Whether hint or problem describe it. */
        public boolean described() {
            return !hint.isEmpty() || problem != null;
        }
    }

    /**
     * Something to choose.
     *
     * @param value what the field then says
     * @param label how people call it
     */
    public record Choice(String value, String label) {

        /** Something that people call what the field says. */
        static Choice of(String value) {
            return new Choice(value, value);
        }
    }
}
