package dev.slipway.target.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimTest {

    private static final Claim.Started STARTED = new Claim.Started(100, "boot-1/5000");

    @Test
    void knowsItsLauncherAndEverythingInItsGroup() {
        var launcher = new Machine.Entry(100, 100, "boot-1/5000");
        var child = new Machine.Entry(101, 100, "boot-1/5001");
        var stranger = new Machine.Entry(102, 102, "boot-1/5002");

        assertThat(STARTED.among(List.of(launcher, child, stranger))).containsExactlyInAnyOrder(100L, 101L);
    }

    @Test
    void knowsWhatIsLeftOfItsGroupAfterTheLauncherWasKilled() {
        var child = new Machine.Entry(101, 100, "boot-1/5001");

        assertThat(STARTED.among(List.of(child))).containsExactly(101L);
    }

    @Test
    void isNotFooledByAProcessThatGotItsNumberLater() {
        var stranger = new Machine.Entry(100, 100, "boot-1/9000");
        var childOfStranger = new Machine.Entry(101, 100, "boot-1/9001");

        assertThat(STARTED.among(List.of(stranger, childOfStranger))).isEmpty();
    }

    @Test
    void isNotFooledByAGroupThatGotItsNumberAfterARestartOfTheMachine() {
        var child = new Machine.Entry(101, 100, "boot-2/5001");

        assertThat(STARTED.among(List.of(child))).isEmpty();
    }

    @Test
    void readsWhatItWrote() {
        var closed = new Claim.Closed("The build was cancelled.");

        assertThat(Claim.of(Claim.text(closed))).isEqualTo(closed);
        assertThat(Claim.of("run 100 boot-1/5000\n")).isEqualTo(STARTED);
    }
}
