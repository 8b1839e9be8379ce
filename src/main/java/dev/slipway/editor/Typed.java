package dev.slipway.editor;

import dev.slipway.release.Definition;
import dev.slipway.release.Problem;
import dev.slipway.tasktype.Field;
import dev.slipway.tasktype.TaskTypes;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the form of a task says, as text, right or wrong.
 *
 * @param texts by the name of the field
 * @param seen the fingerprint of the task that the form showed
 * @param isStale whether the task has changed since
 */
record Typed(Map<String, String> texts, String seen, boolean isStale) {

    static final String NAME = "displayName";
    static final String LIMIT = "timeLimitSeconds";
    static final String UNIT = "timeLimitUnit";
    static final String MINUTES = "minutes";

    private static final int SECONDS = 60;
    private static final String INPUT = "input.";

    /** What a form sent. */
    static Typed of(MultivaluedMap<String, String> form) {
        var texts = new HashMap<String, String>();
        form.forEach((name, values) -> texts.put(name, TaskForm.plain(values.isEmpty() ? "" : values.get(0))));
        return new Typed(texts, texts.getOrDefault("seen", ""), false);
    }

    /** What the form of a stored task says. */
    static Typed of(Definition.Task task, List<Field> fields) {
        var texts = new HashMap<String, String>();
        texts.put(NAME, task.displayName());
        var limit = task.timeLimitSeconds();
        var minutes = limit == null || limit % SECONDS == 0;
        texts.put(LIMIT, limit == null ? "" : String.valueOf(minutes ? limit / SECONDS : limit));
        texts.put(UNIT, minutes ? MINUTES : "");
        fields.forEach(field -> texts.put(INPUT + field.path(), TaskForm.text(field, task.input())));
        return new Typed(texts, Fingerprint.task(task), false);
    }

    Typed stale() {
        return new Typed(texts, seen, true);
    }

    /** The text of a field; empty where there is none. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    boolean minutes() {
        return text(UNIT).equals(MINUTES);
    }

    /** The task as it was typed. A time limit that is no number can't be kept in it; {@link #problem} tells. */
    Definition.Task task(Definition.Task before, TaskTypes types) {
        var known = types.ids().contains(before.type());
        return new Definition.Task(
                before.name(),
                text(NAME).strip(),
                before.type(),
                known
                        ? TaskForm.input(types.fields(before.type()), before.input(), path -> text(INPUT + path))
                        : before.input(),
                text(LIMIT).isBlank() ? null : seconds().isPresent() ? seconds().get() : before.timeLimitSeconds());
    }

    /** What is wrong with what can't be kept in the task. */
    Optional<Problem> problem() {
        return text(LIMIT).isBlank() || seconds().isPresent()
                ? Optional.empty()
                : Optional.of(new Problem(LIMIT, "Enter a whole number."));
    }

    private Optional<Integer> seconds() {
        try {
            return Optional.of(Math.multiplyExact(Integer.parseInt(text(LIMIT).strip()), minutes() ? SECONDS : 1));
        } catch (ArithmeticException | NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
