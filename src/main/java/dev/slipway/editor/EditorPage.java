package dev.slipway.editor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The editor of one draft.
 *
 * @param checked whether somebody has tried to save it, so that all that is wrong is told
 * @param partial whether {@code phases} are only those that a change has changed
 * @param refused why the last change was not made; null if it was
 */
public record EditorPage(
        Head head,
        boolean checked,
        boolean partial,
        @Nullable String refused,
        List<ProblemLink> problems,
        List<PhaseView> phases) {

    /**
     * What the draft is of.
     *
     * @param release null: a release task that is not there yet
     * @param newer who has saved the release task since the draft began; null if nobody has
     * @param gone whether the release task was deleted meanwhile
     * @param shape the fingerprint that every change carries
     */
    public record Head(
            UUID draft,
            @Nullable UUID release,
            String name,
            String description,
            String project,
            String region,
            boolean bestEffort,
            Instant savedAt,
            @Nullable Newer newer,
            boolean gone,
            String shape) {

        /** The address of the draft. */
        public String href() {
            return Draft.href(draft);
        }
    }

    /** A version of the release task that is newer than the one the draft began from. */
    public record Newer(String by, Instant at) {}

    /** Something that is wrong, and the field where it can be put right. */
    public record ProblemLink(String href, String text) {}

    /** A phase; {@code part} is what buttons call it. */
    public record PhaseView(
            String key,
            int no,
            String title,
            String part,
            Place place,
            int tasks,
            String problem,
            List<GroupView> groups) {

        /** Whether deleting it would take tasks along, and so is asked about first. */
        public boolean asks() {
            return tasks > 0;
        }
    }

    /** A group of a phase. */
    public record GroupView(String id, int no, String part, Place place, String problem, List<CardView> cards) {

        /** Whether deleting it would take tasks along, and so is asked about first. */
        public boolean asks() {
            return !cards.isEmpty();
        }
    }

    /** A task on its card. */
    public record CardView(
            String key, String title, String type, String target, String part, Place place, int problems) {}

    /** Whether something is the first and the last of its kind, so has no way to move further. */
    public record Place(boolean first, boolean last) {

        static Place of(int index, int size) {
            return new Place(index == 0, index == size - 1);
        }
    }
}
