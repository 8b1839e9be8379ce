package dev.slipway.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One kind of environment: the code that makes component versions run there and builds artifacts.
 *
 * <p>Every call returns quickly and may be repeated with the same order, after a crash or by another node: the effect of
 * an order happens once. Nothing here waits; {@link #look} and {@link #lookAtBuild} say how it is going.
 */
public interface Target {

    /** The kind of environment this target serves, as stored with the environment: {@code process}. */
    String kind();

    /** Under which name tasks say how to run a component on this kind: {@code run}. */
    default String spec() {
        return "run";
    }

    /** What is wrong with a spec that somebody writes, beyond what each of its fields must look like. */
    default List<SpecProblem> problems(Map<String, Object> spec) {
        return List.of();
    }

    /**
     * What is wrong with a spec.
     *
     * @param field where in the spec: {@code readiness.port}
     * @param message a sentence
     */
    record SpecProblem(String field, String message) {}

    /** What is wrong with what somebody writes about building an artifact, in the words of {@link BuildOrder#spec}. */
    default List<SpecProblem> buildProblems(Map<String, Object> spec) {
        return List.of();
    }

    /** The spec of a new version: what a task says, and for what it doesn't say the spec of the version before. */
    default Map<String, Object> merge(Map<String, Object> before, Map<String, Object> wanted) {
        var merged = new HashMap<>(before);
        merged.putAll(wanted);
        return merged;
    }

    /** The spec of a version that runs what a build has made: where that is, as the build reported it. */
    default Map<String, Object> running(Map<String, Object> spec, String location) {
        return spec;
    }

    /**
     * What a version of this spec runs if no artifact was built for it, in a word for people.
     *
     * @throws TargetProblem if there has to be an artifact
     */
    default String runs(Map<String, Object> spec) {
        throw new TargetProblem("Name the artifact that it runs.");
    }

    /**
     * Makes a version run in place of whatever runs of its component now. Repeating an order changes nothing.
     *
     * @throws TargetProblem if the order can't be carried out; its message says what to do
     */
    void apply(Order order);

    /** How far an applied order is. */
    Progress look(Order order);

    /**
     * Stops whatever runs of a component since an order before this one. Does nothing where nothing runs; repeated late, it
     * leaves alone what a later order has started.
     *
     * @param order the same for every repetition of this order, different for every other
     */
    void stop(String order, ComponentRef component);

    /**
     * Sees to it that an order that was not carried out yet never will be, by whoever still has it.
     *
     * @param order its id, see {@link Order#id}
     */
    default void withdraw(String order, ComponentRef component) {
        // A target whose orders can't come late has nothing to do.
    }

    /** How a component does at this moment, whatever was released. */
    Progress health(Order order);

    /**
     * Begins to build. Repeating an order changes nothing.
     *
     * @throws TargetProblem if the build can't begin; its message says what to do
     */
    void build(BuildOrder order);

    /**
     * How far a build is. {@link Progress.Ready} says where the artifact is.
     *
     * @param log takes the lines that the build printed since line {@code from}, in order
     */
    Progress lookAtBuild(BuildOrder order, long from, Consumer<String> log);

    /** Ends a build that still runs; one that has not begun yet never will. */
    void cancelBuild(BuildOrder order);
}
