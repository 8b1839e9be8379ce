package dev.slipway.target.kubernetes;

import dev.slipway.target.Waker;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has orders looked at soon after something of their component has changed, many changes at once. */
@ApplicationScoped
class WakeUps {

    private static final Logger LOG = Logger.getLogger(WakeUps.class);

    // Whoever looked at an order before a change has put it off by then.
    private static final Duration GATHERING = Duration.ofMillis(200);

    private final Waker waker;
    private final Map<String, String> orders = new ConcurrentHashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<String> builds = new HashSet<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(WakeUps::thread);

    WakeUps(Waker waker) {
        this.waker = waker;
    }

    /** Somebody waits for an order of a component. */
    void await(String component, String order) {
        orders.put(component, order);
    }

    /** Nobody does any more. */
    void forget(String component, String order) {
        orders.remove(component, order);
    }

    /** Something of a component has changed. */
    void changed(String component) {
        if (orders.containsKey(component)) {
            gather(changed, component);
        }
    }

    /** Something of a build has changed, or it has written more; whether anybody waits for its order is not known here. */
    void built(String order) {
        gather(builds, order);
    }

    private void gather(Set<String> what, String id) {
        synchronized (changed) {
            if (changed.isEmpty() && builds.isEmpty() && !thread.isShutdown()) {
                CompletableFuture.delayedExecutor(GATHERING.toMillis(), TimeUnit.MILLISECONDS, thread)
                        .execute(this::wake);
            }
            what.add(id);
        }
    }

    private void wake() {
        var woken = new ArrayList<String>();
        synchronized (changed) {
            changed.forEach(component -> woken.add(orders.getOrDefault(component, "")));
            changed.clear();
            woken.addAll(builds);
            builds.clear();
        }
        try {
            waker.wake(woken);
        } catch (RuntimeException e) {
            // They are looked at all the same, only later.
            LOG.infof("%d orders could not be woken: %s", woken.size(), e.getMessage());
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "kubernetes-wake-ups");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
