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
     * The last lines of the log of one of them.
     *
     * @param name as {@link #instances} tells it
     * @param previous whether those of the run before its last restart
     * @throws TargetProblem if the component has no such instance, or it can't be asked
     */
    List<String> log(ComponentRef component, String name, boolean previous);

    /**
     * One of them.
     *
     * @param state a word or a sentence for people
     * @param ready whether it does its work
     * @param restarts how often it was started again
     * @param since when it came into being; null if that is not known
     */
    record Instance(String name, String state, boolean ready, int restarts, @Nullable Instant since) {}
}
