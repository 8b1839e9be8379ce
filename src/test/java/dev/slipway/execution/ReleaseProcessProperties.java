package dev.slipway.execution;

import static dev.slipway.execution.Status.NOT_EXECUTED;
import static dev.slipway.execution.Status.RELEASE_FAILED;
import static dev.slipway.execution.Status.RUNNING;
import static dev.slipway.execution.Status.SKIPPED;
import static dev.slipway.execution.Status.SUCCESSFUL;
import static dev.slipway.execution.Status.TO_BE_APPROVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every release task, whatever happens and in which order. */
class ReleaseProcessProperties {

    @Property(tries = 1000)
    void everyExecutionEndsOnceWhatIsActiveHasEnded(
            @ForAll("definitions") PlayedDefinition definition, @ForAll long luck) {
        var release = PlayedRelease.started(definition);

        release.playToTheEnd(new Random(luck));

        assertThat(release.active()).isEmpty();
        assertThat(release.status()).isIn(SUCCESSFUL, RELEASE_FAILED);
        assertThat(release.steps()).extracting(Snapshot.Step::status).doesNotContain(RUNNING, TO_BE_APPROVED);
    }

    @Property(tries = 500)
    void everyStepKeepsTheRules(@ForAll("definitions") PlayedDefinition definition, @ForAll long luck) {
        var random = new Random(luck);
        var release = PlayedRelease.started(definition);
        release.checkRules();

        while (!release.active().isEmpty()) {
            release.happen(random);
            release.checkRules();
        }
    }

    @Property(tries = 500)
    void staleAndRepeatedEventsChangeNothing(@ForAll("definitions") PlayedDefinition definition, @ForAll long luck) {
        var random = new Random(luck);
        var release = PlayedRelease.started(definition);

        while (!release.active().isEmpty()) {
            for (var stale : release.staleEvents(random)) {
                assertThat(release.tryOut(stale).isStale()).as("%s", stale).isTrue();
            }
            release.happen(random);
        }
        assertThat(release.staleEvents(random))
                .allSatisfy(stale -> assertThat(release.tryOut(stale).isStale()).isTrue());
    }

    @Property(tries = 500)
    void withoutFailuresEverySelectedTaskIsDoneOnce(
            @ForAll("definitions") PlayedDefinition definition, @ForAll long luck) {
        var random = new Random(luck);
        var release = PlayedRelease.started(definition);

        while (!release.active().isEmpty()) {
            release.happenWell(random);
            release.checkRules();
        }

        assertThat(release.status()).isEqualTo(SUCCESSFUL);
        assertThat(release.steps())
                .allSatisfy(step -> assertThat(step.status()).isIn(SUCCESSFUL, SKIPPED))
                .filteredOn(step -> step.status() == SUCCESSFUL)
                .allSatisfy(step -> assertThat(step.attempt()).isOne());
    }

    @Property(tries = 500)
    void theStatusSaysWhatGoesOn(@ForAll("definitions") PlayedDefinition definition, @ForAll long luck) {
        var random = new Random(luck);
        var release = PlayedRelease.started(definition);

        while (!release.active().isEmpty()) {
            var runs = release.count(RUNNING) > 0;
            assertThat(release.status()).isEqualTo(runs ? RUNNING : TO_BE_APPROVED);
            release.happen(random);
        }

        var failed = release.count(RELEASE_FAILED) > 0;
        assertThat(release.status()).isEqualTo(failed ? RELEASE_FAILED : SUCCESSFUL);
    }

    @Property(tries = 500)
    void nothingStartsAfterAHalt(@ForAll("definitions") PlayedDefinition definition, @ForAll long luck) {
        var random = new Random(luck);
        var release = PlayedRelease.started(definition);

        while (!release.active().isEmpty()) {
            var wasHalted = release.halted();
            var before = release.active().size();
            var startedBefore = release.starts();
            release.happen(random);
            if (wasHalted) {
                assertThat(release.halted()).isTrue();
                assertThat(release.starts()).isEqualTo(startedBefore);
                assertThat(release.active()).hasSizeLessThan(before);
            }
            if (release.halted()) {
                assertThat(release.count(TO_BE_APPROVED)).isZero();
            }
        }
    }

    @Property(tries = 500)
    void aRejectionEndsTheReleaseAsFailed(@ForAll("definitions") PlayedDefinition definition, @ForAll long luck) {
        var random = new Random(luck);
        var release = PlayedRelease.started(definition);
        while (!release.active().isEmpty() && release.count(TO_BE_APPROVED) == 0) {
            release.happenWell(random);
        }
        var asked = release.active().stream()
                .filter(step -> step.status() == TO_BE_APPROVED)
                .toList();
        if (asked.isEmpty()) {
            return;
        }

        var rejected = asked.get(random.nextInt(asked.size()));
        release.apply(new Event.Decided(rejected.id(), rejected.attempt(), false));

        assertThat(release.halted()).isTrue();
        assertThat(asked).allSatisfy(step -> assertThat(release.now(step).status())
                .isEqualTo(step.equals(rejected) ? RELEASE_FAILED : NOT_EXECUTED));
        release.playToTheEnd(random);
        assertThat(release.status()).isEqualTo(RELEASE_FAILED);
    }

    @Property(tries = 500)
    void withBestEffortAFailureKeepsOnlyItsOwnGroupFromGoingOn(
            @ForAll("definitions") PlayedDefinition definition, @ForAll long luck) {
        var random = new Random(luck);
        var release = PlayedRelease.started(definition.with(FailMode.CONTINUE));

        while (!release.active().isEmpty()) {
            release.happenWithoutRejection(random);
        }

        assertThat(release.steps())
                .filteredOn(step -> step.status() == NOT_EXECUTED)
                .allSatisfy(step -> assertThat(release.hasFailureBefore(step)).isTrue());
    }

    @Provide
    Arbitrary<PlayedDefinition> definitions() {
        return PlayedDefinition.definitions();
    }
}
