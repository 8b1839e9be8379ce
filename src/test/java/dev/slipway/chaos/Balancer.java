package dev.slipway.chaos;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands in front of nodes: it asks them for their health, and sends requests in turn to those that are ready. */
final class Balancer implements AutoCloseable {

    private static final int MILLISECONDS_BETWEEN_LOOKS = 200;

    private final Fleet fleet;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile List<Node> ready;

    Balancer(Fleet fleet) {
        this.fleet = fleet;
        this.ready = fleet.nodes();
        var unused = clock.scheduleWithFixedDelay(this::look, 0, MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        ready = fleet.nodes().stream().filter(Node::isReady).toList();
    }

    /** Whoever is next. */
    Node next() {
        var now = ready;
        return now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
    }

    /** Whether all nodes get requests. */
    boolean isComplete() {
        return ready.size() == fleet.nodes().size();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
