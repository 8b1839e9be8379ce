package dev.slipway.catalog;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toList;

import dev.slipway.target.Order;
import dev.slipway.target.TargetProblem;
import dev.slipway.target.Targets;
import dev.slipway.web.Messages;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Asks the targets how components do, all at once, and waits no longer than the reader of a page would. */
@ApplicationScoped
class HealthRound {

    private static final Logger LOG = Logger.getLogger(HealthRound.class);
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    // Threads of their own, so that components that hang take none away from pages and releases.
    private static final int ASKED_AT_ONCE = 32;

    private final Targets targets;
    private final Messages messages;
    private final ExecutorService threads = Executors.newFixedThreadPool(ASKED_AT_ONCE, HealthRound::thread);

    HealthRound(Targets targets, Messages messages) {
        this.targets = targets;
        this.messages = messages;
    }

    /** The health of each component, by its id; unknown where no answer came in time. */
    Map<UUID, Health> ask(List<Inventory.Row> components) {
        var answers = new HashMap<UUID, Health>();
        var asked = components.stream().filter(Inventory.Row::runs).toList();
        var futures = askAll(asked.stream().map(this::question).collect(toList()));
        components.forEach(component -> answers.put(component.id(), Health.NOTHING));
        for (int index = 0; index < asked.size(); index++) {
            answers.put(asked.get(index).id(), answer(asked.get(index), futures.get(index)));
        }
        return answers;
    }

    private List<Future<Health>> askAll(List<Callable<Health>> questions) {
        try {
            return threads.invokeAll(questions, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Slipway is stopping", e);
        }
    }

    private Callable<Health> question(Inventory.Row component) {
        var order = component.running();
        return () -> ask(component.kind(), order);
    }

    private Health ask(String kind, Order order) {
        try {
            return Health.of(targets.of(kind).health(order));
        } catch (TargetProblem e) {
            return Health.unknown(requireNonNullElse(e.getMessage(), ""));
        }
    }

    private Health answer(Inventory.Row component, Future<Health> future) {
        try {
            return future.get();
        } catch (CancellationException e) {
            return Health.unknown(messages.applicationsNoAnswer());
        } catch (ExecutionException e) {
            LOG.warnf(e.getCause(), "The health of %s could not be asked for", component.ref());
            return Health.unknown(messages.applicationsNotAsked());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Slipway is stopping", e);
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
