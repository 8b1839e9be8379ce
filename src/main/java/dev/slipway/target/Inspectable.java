package dev.slipway.target;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A target that runs a component in several places at once, which people can look at one by one. */
public interface Inspectable extends Target {

    /**
     * What runs of a component at this moment, by name.
     *
     * @throws TargetProblem if it can't be asked
     */
    List<Instance> instances(ComponentRef component);

    /**
     * The last lines of a log of one of them.
     *
     * @throws TargetProblem if the component has no such instance, or it can't be asked
     */
    Log log(ComponentRef component, Wanted wanted);

    /**
     * One of them.
     *
     * @param state a word or a sentence for people
     * @param ready whether it does its work
     * @param restarts how often it was started again
     * @param since when it came into being; null if that is not known
     */
    record Instance(String name, String state, boolean ready, int restarts, @Nullable Instant since) {}

    /**
     * Which lines of which log.
     *
     * @param instance as {@link #instances} tells it
     * @param part one of {@link Log#parts}; empty: the first
     * @param previous whether those of the run before its last restart
     * @param after only what was written after this; null: the last lines
     */
    record Wanted(String instance, String part, boolean previous, @Nullable Instant after) {}

    /**
     * Lines of a log.
     *
     * @param part whose they are
     * @param parts all that have logs of their own, such as the containers of a pod
     * @param last when the last of them was written, for what comes after it; null if there are none
     */
    record Log(String part, List<String> parts, List<String> lines, @Nullable Instant last) {}
}
