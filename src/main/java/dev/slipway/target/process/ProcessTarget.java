package dev.slipway.target.process;

import dev.slipway.target.BuildOrder;
import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import dev.slipway.target.Progress;
import dev.slipway.target.Target;
import dev.slipway.target.TargetProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Runs components as processes on Slipway's own machine. */
@ApplicationScoped
public class ProcessTarget implements Target {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ProcessConfig config;
    private final HealthCheck healthCheck = new HealthCheck();
    private final Launcher launcher;

    @Inject
    public ProcessTarget(ProcessConfig config) {
        this(config, GRACE);
    }

    ProcessTarget(ProcessConfig config, Duration grace) {
        this.config = config;
        this.launcher = new Launcher(grace);
    }

    @Override
    public String kind() {
        return "process";
    }

    @Override
    public void apply(Order order) {
        components().apply(order);
    }

    @Override
    public Progress look(Order order) {
        return components().look(order);
    }

    @Override
    public void stop(String order, ComponentRef component) {
        components().stop(order, component);
    }

    @Override
    public void withdraw(String order, ComponentRef component) {
        components().withdraw(order, component);
    }

    @Override
    public Progress health(Order order) {
        return components().health(order);
    }

    @Override
    public void build(BuildOrder order) {
        builds().build(order);
    }

    @Override
    public Progress lookAtBuild(BuildOrder order, long from, Consumer<String> log) {
        return builds().look(order, from, log);
    }

    @Override
    public void cancelBuild(BuildOrder order) {
        builds().cancel(order);
    }

    private Components components() {
        var machine = machine();
        return new Components(
                root().resolve("components"), artifacts(), machine, launcher, new Watch(machine, healthCheck));
    }

    private Builds builds() {
        var machine = machine();
        return new Builds(
                root().resolve("builds"), new Workspace(absolute(config.sourceRoot())), artifacts(), machine, launcher);
    }

    private Artifacts artifacts() {
        return new Artifacts(root().resolve("artifacts"));
    }

    private Machine machine() {
        if (!config.enabled()) {
            throw new TargetProblem("The process target is switched off; set slipway.target.process.enabled=true"
                    + " where releases may start processes on Slipway's own machine.");
        }
        return Machine.thisOne();
    }

    private Path root() {
        return absolute(config.root());
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
