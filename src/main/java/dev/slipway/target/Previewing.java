package dev.slipway.target;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A target that can say beforehand what an order would change, and afterwards what somebody else has changed since. */
public interface Previewing extends Target {

    /**
     * What an order would change as things stand, object by object, in the order in which it would. Nothing is changed, and
     * nothing is remembered.
     *
     * @throws TargetProblem if it can't be told; the message says why
     */
    List<Change> preview(Order order);

    /**
     * What somebody else has changed of what was made of a component; empty if nothing, or if nothing of it runs.
     *
     * @throws TargetProblem if it can't be told; the message says why
     */
    List<Drift> drift(ComponentRef component);

    /**
     * What an order would do to one object.
     *
     * @param object what it is, for people: {@code Deployment web}
     * @param lines what changes in it, field by field; of a new object what it is to be
     * @param drift what somebody else has changed in it since, which the order may put back
     * @param remark a sentence that is worth knowing, such as why it would be refused; empty if there is none
     */
    record Change(String object, Effect effect, List<Line> lines, List<Line> drift, String remark) {

        /** Whether there is more to say than what becomes of it. */
        public boolean hasDetails() {
            return !lines.isEmpty() || !drift.isEmpty() || !remark.isEmpty();
        }

        /** Whether there is something before it. */
        public boolean isChanged() {
            return effect != Effect.CREATED;
        }
    }

    /** What becomes of an object. */
    enum Effect {
        CREATED,
        CHANGED,
        SAME,
        DELETED,
        /** It can't be done, or it can't be told. */
        REFUSED
    }

    /**
     * What somebody else has changed in one object.
     *
     * @param gone whether it isn't there any more; there are no lines then
     */
    record Drift(String object, boolean gone, List<Line> lines) {}

    /**
     * One field. Secrets are hidden.
     *
     * @param field where it is: {@code spec.template.spec.containers[main].image}
     * @param before its value; null if it has none
     * @param after its value after that; null if it has none any more
     * @param by who changed it; empty if that is not known
     */
    record Line(String field, @Nullable String before, @Nullable String after, String by) {}
}
