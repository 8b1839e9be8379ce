package dev.slipway.target.process;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What orders do that come late, come again, or were left lying. */
class LateOrdersTest extends WithSandbox {

    @Test
    void leavesTheLaterVersionAloneWhenAnEarlierOrderComesAgain() throws IOException {
        var first = sandbox.order("1", "1.0", port);
        sandbox.applyAndWait(first);
        var second = sandbox.order("2", "2.0", port);
        sandbox.applyAndWait(second);

        sandbox.target.apply(first);

        assertThat(sandbox.target.look(second)).isEqualTo(ready);
        assertThat(sandbox.get(port, "/")).contains("\"version\":\"2.0\"");
    }

    @Test
    void goesOnWithAnOrderWhoseSlipwayWasKilledBeforeTheStartAndAwayForLong() throws IOException {
        var order = sandbox.order("1", "1.0", port);
        var turn = sandbox.turns().take("1").directory().resolve(Run.ORDER);
        Files.setLastModifiedTime(turn, FileTime.from(Instant.now().minus(ofHours(1))));

        assertThat(Sandbox.result(() -> sandbox.target.look(order))).isEqualTo(ready);
    }

    @Test
    void givesUpWhenTheVersionBeforeTakesLongerToStopThanTheNextMayTakeToBecomeHealthy() {
        sandbox.startOneThatDoesNotWantToStop(port);

        var result = sandbox.applyAndWait(Sandbox.overdue(sandbox.order("2", "2.0", port)));

        assertThat(Sandbox.brokenBecause(result))
                .isEqualTo("Version 2.0 of ledger could not be started in time:"
                        + " it was still waiting for the version before to stop.");
        assertThat(sandbox.runs().get(1).processes()).isEmpty();
    }

    @Test
    void aStopThatComesLateLeavesALaterOrderAlone() {
        sandbox.applyAndWait(sandbox.order("1", "1.0", port));
        sandbox.target.stop("2", sandbox.ledger);
        var later = sandbox.order("3", "3.0", port);
        assertThat(sandbox.applyAndWait(later)).isEqualTo(ready);

        sandbox.target.stop("2", sandbox.ledger);

        assertThat(sandbox.target.look(later)).isEqualTo(ready);
        assertThat(sandbox.runs().get(2).processes()).isNotEmpty();
    }

    @Test
    void anOrderThatWasWithdrawnStartsNothingWhenItComesLate() {
        var order = sandbox.order("1", "1.0", port);
        sandbox.target.withdraw("1", sandbox.ledger);
        var later = sandbox.order("1-back", "0.9", port);
        assertThat(sandbox.applyAndWait(later)).isEqualTo(ready);

        sandbox.target.apply(order);

        assertThat(Sandbox.brokenBecause(sandbox.target.look(order)))
                .isEqualTo("It was given up before it was started.");
        assertThat(sandbox.target.look(later)).isEqualTo(ready);
    }
}
