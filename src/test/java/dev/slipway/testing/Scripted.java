package dev.slipway.testing;

import dev.slipway.tasktype.Outcome;
import dev.slipway.tasktype.Ticket;
import dev.slipway.tasktype.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A task type whose tasks do what the test says, by their name; without a word they succeed. */
@ApplicationScoped
public class Scripted implements Work<Scripted.Input> {

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> blocks = new ConcurrentHashMap<>();
    private final Collection<String> runs = new ConcurrentLinkedQueue<>();
    private final Collection<String> abandoned = new ConcurrentLinkedQueue<>();

    /** The name of the task. */
    public record Input(String name) {}

    /** What a task does each time it is run. */
    public interface Script {

        /** Plays one run. */
        Outcome play(Ticket<Input> ticket);
    }

    /** Lets a task play a script. */
    public void on(String name, Script script) {
        scripts.put(name, script);
    }

    /** Lets a task fail. */
    public void fail(String name, String why) {
        on(name, ticket -> new Outcome.Failed(why));
    }

    /** Lets a task ask so many times to be looked at again, and then succeed. */
    public void lookAgain(String name, int times, Duration in) {
        on(name, ticket -> {
            var looks =
                    ticket.remembered("looks").map(Number.class::cast).orElse(0).intValue();
            return looks == times
                    ? succeeded()
                    : new Outcome.LookAgain(in, "look " + (looks + 1), Map.of("looks", looks + 1));
        });
    }

    /** Lets a task keep its thread until {@link #goOn}, and then play the script. */
    public void block(String name, Script then) {
        var block = new CountDownLatch(1);
        blocks.put(name, block);
        on(name, ticket -> {
            await(block);
            return then.play(ticket);
        });
    }

    /** Lets a task keep its thread until {@link #goOn}, and then succeed. */
    public void block(String name) {
        block(name, ticket -> succeeded());
    }

    /** Lets a blocked task go on. */
    public void goOn(String name) {
        Objects.requireNonNull(blocks.get(name)).countDown();
    }

    /** What a script says at its good end. */
    public static Outcome succeeded() {
        return new Outcome.Succeeded("Done.", Map.of());
    }

    /** The names of the tasks that were run, one for each run, in the order in which they began. */
    public List<String> runs() {
        return List.copyOf(runs);
    }

    /** How often a task was run. */
    public long runs(String name) {
        return runs.stream().filter(name::equals).count();
    }

    /** The names of the tasks that were abandoned. */
    public List<String> abandoned() {
        return List.copyOf(abandoned);
    }

    /** Forgets everything, and lets go on whatever blocks. */
    void forget() {
        blocks.values().forEach(CountDownLatch::countDown);
        blocks.clear();
        scripts.clear();
        runs.clear();
        abandoned.clear();
    }

    @Override
    public String id() {
        return "scripted";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public String target(Input input) {
        return "for a test";
    }

    @Override
    public Outcome run(Ticket<Input> ticket) {
        var name = ticket.input().name();
        runs.add(name);
        return scripts.getOrDefault(name, any -> succeeded()).play(ticket);
    }

    @Override
    public void abandon(Ticket<Input> ticket) {
        abandoned.add(ticket.input().name());
    }

    private static void await(CountDownLatch block) {
        try {
            if (!block.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the test let nobody go on");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
