package dev.slipway.trigger;

import dev.slipway.release.ExecutePage;
import dev.slipway.web.FormProblem;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dialog in which a trigger policy is set, and the page that stands in for it.
 *
 * @param choice the tasks, with those selected that are to run
 * @param revision the revision of the policy that is shown
 * @param untouched whether nothing was set yet, so that the offset of the browser is a better guess than ours
 */
public record TriggerDialog(
        ExecutePage choice, int revision, boolean untouched, Timing timing, List<FormProblem> problems) {

    /** An offset to choose. */
    public record Choice(int hours, String words) {}

    public UUID releaseId() {
        return choice.releaseId();
    }

    public String releaseName() {
        return choice.releaseName();
    }

    /** All offsets. */
    public List<Choice> offsets() {
        return Offsets.all().stream()
                .map(hours -> new Choice(hours, Offsets.inWords(hours)))
                .toList();
    }

    /** The ways to say when. */
    public List<Timing.Kind> kinds() {
        return List.of(Timing.Kind.values());
    }

    /** Monday to Sunday. */
    public List<String> weekdays() {
        return Stream.of(DayOfWeek.values()).map(DayOfWeek::name).toList();
    }

    /** How many things are wrong. */
    public int broken() {
        return problems.size() + (choice.problem() == null ? 0 : 1);
    }

    /** What is wrong at a control; null: nothing. */
    public @Nullable String problemAt(String field) {
        return found(field).orElse(null);
    }

    private Optional<String> found(String field) {
        var texts = problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FormProblem::text)
                .toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", texts));
    }
}
