package dev.slipway.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random releases go on while nodes and the database break; then a checker reads off the effects what happened. Says its
 * seed: {@code -Dseed=4711} runs the same releases through the same faults again.
 */
class KillAnywhereIT {

    private static final int OPERATORS = 4;
    private static final List<Integer> NODES = List.of(1, 2, 2, 3, 3, 3);
    private static final Duration LONGEST_TAKEOVER = Duration.ofSeconds(15);
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(20);
    private static final Duration LONGEST_CLOSING = Duration.ofMinutes(3);

    private final Settings settings = Settings.ofSystemProperties();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicInteger trials = new AtomicInteger();

    @Test
    void noReleaseIsLostDoubledOrBrokenWhateverIsKilled() throws Exception {
        var random = new Random(settings.seed());
        var nodes = NODES.get(random.nextInt(NODES.size()));
        System.out.printf("Kill anywhere: %s, %d nodes%n", settings, nodes);
        var directory = Path.of("target", "kill-anywhere", String.valueOf(settings.seed()));
        try (var arena =
                Arena.of(directory.resolve(String.valueOf(System.currentTimeMillis())), nodes, settings.heartbeat())) {
            arena.open();
            var chaos = new Chaos(new Random(random.nextLong()), settings, arena.fleet, arena.postgres);
            run(arena, chaos, random);
            var findings = check(arena, chaos);
            report(chaos, findings);

            assertThat(arena.fleet.lost()).as("nodes that died by themselves").isEmpty();
            assertThat(findings.wrong()).as("seed %d", settings.seed()).isEmpty();
        }
    }

    private void run(Arena arena, Chaos chaos, Random random) throws Exception {
        var threads = Executors.newFixedThreadPool(OPERATORS);
        var end = Instant.now().plus(settings.length());
        var work = new ArrayList<Future<Void>>();
        try {
            for (int number = 0; number < OPERATORS; number++) {
                var operator = new Operator(
                        number, new Random(random.nextLong()), arena.client, arena.definitions, closing::get);
                work.add(threads.submit(() -> operate(operator)));
            }
            while (Instant.now().isBefore(end) && work.stream().noneMatch(Future::isDone)) {
                chaos.strike();
            }
            closing.set(true);
            var whole = Instant.now();
            for (var future : work) {
                future.get(LONGEST_CLOSING.toSeconds(), TimeUnit.SECONDS);
            }
            System.out.printf("All executions had ended after %s%n", Duration.between(whole, Instant.now()));
        } catch (ExecutionException e) {
            throw new AssertionError("Seed %d: %s".formatted(settings.seed(), e.getCause()), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Void operate(Operator operator) throws InterruptedException {
        while (!closing.get() && (settings.trials() == 0 || trials.get() < settings.trials())) {
            operator.trial();
            trials.incrementAndGet();
        }
        return null;
    }

    private static Findings check(Arena arena, Chaos chaos) throws Exception {
        var findings = new Findings();
        awaitIdle(arena.postgres);
        var history = History.read(arena.postgres, chaos.faults());
        var calls = arena.recorder.calls();
        new CallCheck(history, calls, findings).check();
        new OrderCheck(history, calls, findings).check();
        new StateCheck(history, arena.postgres, findings).check();
        new TrailCheck(history, arena.client.acts(), findings).check();
        new ProcessCheck(history, arena.root(), arena.journal(), findings).check();
        new ComponentCheck(arena.postgres, arena.definitions.ports(), findings).check();
        for (var trouble : arena.client.troubles()) {
            findings.expect(
                    history.wasDisturbed(trouble.at().minus(LONGEST_RECOVERY), trouble.at()),
                    "Though nothing had broken: %s",
                    trouble);
        }
        chaos.takeovers()
                .forEach(takeover ->
                        findings.expect(takeover.compareTo(LONGEST_TAKEOVER) <= 0, "A takeover took %s", takeover));
        return findings;
    }

    /** Whatever a terminated task left behind is still cleaned up by a job. */
    private static void awaitIdle(Postgres postgres) throws Exception {
        var end = Instant.now().plusSeconds(60);
        while (!postgres.texts("select 1 from scheduled_tasks").isEmpty()
                && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }
    }

    private void report(Chaos chaos, Findings findings) {
        var counts = chaos.faults().stream()
                .collect(Collectors.groupingBy(Fault::kind, TreeMap::new, Collectors.counting()));
        System.out.printf(
                "Kill anywhere, seed %d: %d executions to the end, faults %s, %d takeovers, longest %s, %d checks, %d findings%n",
                settings.seed(),
                trials.get(),
                counts,
                chaos.takeovers().size(),
                chaos.takeovers().stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO),
                findings.looked(),
                findings.wrong().size());
    }
}
