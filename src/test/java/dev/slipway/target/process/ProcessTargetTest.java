package dev.slipway.target.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.target.Progress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessTargetTest extends WithSandbox {

    private static final List<String> SLEEP = List.of("sh", "-c", "echo started; exec sleep 300");

    @Test
    void startsAVersionAndSaysWhereItAnswers() throws IOException {
        var result = sandbox.applyAndWait(sandbox.order("1", "1.2.3", port));

        assertThat(result).isEqualTo(ready);
        assertThat(sandbox.get(port, "/")).contains("\"version\":\"1.2.3\"");
    }

    @Test
    void putsALaterVersionInPlaceOfTheRunningOne() throws IOException {
        var first = sandbox.order("1", "1.0", port);
        sandbox.applyAndWait(first);

        var result = sandbox.applyAndWait(sandbox.order("2", "2.0", port));

        assertThat(result).isEqualTo(ready);
        assertThat(sandbox.get(port, "/")).contains("\"version\":\"2.0\"");
        assertThat(sandbox.runs().get(0).processes()).isEmpty();
        assertThat(sandbox.target.look(first))
                .isEqualTo(new Progress.Broken("A later order took the place of this one."));
    }

    @Test
    void killsAVersionThatDoesNotWantToStop() {
        sandbox.startOneThatDoesNotWantToStop(port);

        var result = sandbox.applyAndWait(sandbox.order("2", "2.0", port));

        assertThat(result).isEqualTo(ready);
        assertThat(sandbox.runs().get(0).processes()).isEmpty();
    }

    @Test
    void stopsWhatIsLeftOfAVersionWhoseLauncherWasKilled() {
        sandbox.applyAndWait(sandbox.order("1", "1.0", port));
        var launcher = (Claim.Started) sandbox.runs().get(0).claim().orElseThrow();
        ProcessHandle.of(launcher.pid()).orElseThrow().destroyForcibly();
        Sandbox.until(() -> !sandbox.runs().get(0).processes().contains(launcher.pid()));
        assertThat(sandbox.runs().get(0).processes()).hasSize(1);

        var result = sandbox.applyAndWait(sandbox.order("2", "2.0", port));

        assertThat(result).isEqualTo(ready);
        assertThat(sandbox.runs().get(0).processes()).isEmpty();
    }

    @Test
    void saysWhatTheLastAnswerWasWhenAVersionIsNotHealthyInTime() {
        var order = sandbox.order("1", "1.0", port, Sandbox.JAVA_LEDGER, Map.of("BROKEN_HEALTH", "true"));
        sandbox.target.apply(order);
        Sandbox.until(() -> sandbox.target
                        .look(order)
                        .equals(new Progress.Working("waiting for http://localhost:" + port + "/health"))
                && sandbox.linesOf(sandbox.runs().get(0)).size() > 1);

        var result = sandbox.target.look(Sandbox.overdue(order));

        assertThat(Sandbox.brokenBecause(result))
                .startsWith("Version 1.0 of ledger did not become healthy in time")
                .contains("was HTTP 503.\nLast lines of its log:\n")
                .contains("\nLedger 1.0 listens on port " + port);
    }

    @Test
    void saysWhyAVersionEndedAtOnce() {
        var command = List.of("sh", "-c", "echo no configuration; exit 7");

        var result = sandbox.applyAndWait(sandbox.order("1", "1.0", port, command, Map.of()));

        assertThat(Sandbox.brokenBecause(result))
                .isEqualTo("Version 1.0 of ledger ended with exit code 7.\nLast lines of its log:\nno configuration");
    }

    @Test
    void startsOnceHoweverManyApplyTheSameOrder() throws InterruptedException, ExecutionException {
        var order = sandbox.order("1", "1.0", port, SLEEP, Map.of());
        Callable<Boolean> apply = () -> {
            Sandbox.target(sandbox.directory).apply(order);
            return true;
        };
        var threads = Executors.newFixedThreadPool(8);

        for (var applied :
                threads.invokeAll(Stream.generate(() -> apply).limit(16).toList())) {
            assertThat(applied.get()).isTrue();
        }
        threads.shutdown();

        var canonical = sandbox.runs().get(0);
        Sandbox.until(() -> launchers() == 1);
        Sandbox.until(() -> canonical.claim().isPresent());
        assertThat(canonical.claim()).get().isInstanceOf(Claim.Started.class);
        Sandbox.until(() -> !sandbox.linesOf(canonical).isEmpty());
        assertThat(sandbox.linesOf(canonical)).containsExactly("started");
        assertThat(sandbox.runs().stream().filter(Run::isAlive)).hasSize(1);
        assertThat(canonical.processes()).hasSize(2);
    }

    @Test
    void findsWhatAKilledSlipwayStarted() {
        AnotherSlipway.ordersAndIsKilled(
                sandbox.directory.toString(), sandbox.ledger.id().toString(), "1", String.valueOf(port));

        var order = sandbox.order("1", "1.0", port);
        sandbox.target.apply(order);

        assertThat(Sandbox.result(() -> sandbox.target.look(order))).isEqualTo(ready);
        assertThat(sandbox.linesOf(sandbox.runs().get(0))).containsExactly("Ledger 1.0 listens on port " + port);
    }

    @Test
    void tellsHealthAndStops() {
        var order = sandbox.order("1", "1.0", port);
        sandbox.applyAndWait(order);
        assertThat(sandbox.target.health(order)).isEqualTo(ready);

        sandbox.target.stop("2", sandbox.ledger);
        sandbox.target.stop("2", sandbox.ledger);

        Sandbox.until(() -> sandbox.runs().get(0).processes().isEmpty());
        assertThat(sandbox.target.health(order)).isEqualTo(new Progress.Broken("ledger does not run."));
    }

    private static long launchers() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }
}
