package dev.slipway.catalog;

import static java.util.Objects.requireNonNull;

import dev.slipway.target.BuildOrder;
import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import dev.slipway.target.Progress;
import dev.slipway.target.Target;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** A target whose components do as a test says, by their names. */
@ApplicationScoped
public class StagedTarget implements Target {

    static final String KIND = "staged";

    private final Map<String, Callable<Progress>> healths = new ConcurrentHashMap<>();

    void answer(String component, Callable<Progress> health) {
        healths.put(component, health);
    }

    /** Never answers. */
    void hang(String component) {
        answer(component, () -> {
            new CountDownLatch(1).await();
            throw new AssertionError();
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Progress health(Order order) {
        try {
            return requireNonNull(healths.get(order.component().name())).call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void apply(Order order) {}

    @Override
    public Progress look(Order order) {
        return health(order);
    }

    @Override
    public void stop(String order, ComponentRef component) {}

    @Override
    public void build(BuildOrder order) {}

    @Override
    public Progress lookAtBuild(BuildOrder order, long from, Consumer<String> log) {
        return new Progress.Ready("");
    }

    @Override
    public void cancelBuild(BuildOrder order) {}
}
