package dev.slipway.testing;

import dev.slipway.target.BuildOrder;
import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import dev.slipway.target.Progress;
import dev.slipway.target.Target;
import dev.slipway.target.TargetProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A kind of environment in which a version is healthy as soon as the test says so. */
@ApplicationScoped
public class ScriptedTarget implements Target {

    private final Map<String, Progress> progress = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final Map<String, String> running = new ConcurrentHashMap<>();

    /** Lets a version of a component be as the test says; without a word it is healthy. */
    public void let(String version, Progress be) {
        progress.put(version, be);
    }

    /** Takes no order for a version any more, and says why. */
    public void refuse(String version, String why) {
        refused.put(version, why);
    }

    /** The version of a component that was last told to run. */
    public String running(String component) {
        return running.getOrDefault(component, "nothing");
    }

    /** Forgets everything. */
    void forget() {
        progress.clear();
        refused.clear();
        running.clear();
    }

    @Override
    public String kind() {
        return "scripted";
    }

    @Override
    public void apply(Order order) {
        if (refused.containsKey(order.version())) {
            throw new TargetProblem(refused.get(order.version()));
        }
        running.put(order.component().name(), order.version());
    }

    @Override
    public Progress look(Order order) {
        return progress.getOrDefault(order.version(), new Progress.Ready("http://localhost/"));
    }

    @Override
    public void stop(String order, ComponentRef component) {
        running.remove(component.name());
    }

    @Override
    public Progress health(Order order) {
        return look(order);
    }

    @Override
    public void build(BuildOrder order) {
        // Its artifacts are there without being built.
    }

    @Override
    public Progress lookAtBuild(BuildOrder order, long from, Consumer<String> log) {
        return new Progress.Ready("artifact of " + order.artifact());
    }

    @Override
    public void cancelBuild(BuildOrder order) {
        // Nothing was begun.
    }
}
