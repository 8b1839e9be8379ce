package dev.slipway.execution;

import static dev.slipway.execution.Status.RELEASE_FAILED;
import static dev.slipway.execution.Status.RUNNING;
import static dev.slipway.execution.Status.SKIPPED;
import static dev.slipway.execution.Status.SUCCESSFUL;
import static dev.slipway.execution.Status.TO_BE_APPROVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever people do to a release, and at whichever moment. */
class InterventionProperties {

    @Property(tries = 2000)
    void whateverPeopleDoTheRulesHoldAndTheStatusIsTrue(
            @ForAll("definitions") PlayedDefinition definition, @ForAll Snapshot.Way way, @ForAll long luck) {
        var random = new Random(luck);
        var forward = way == Snapshot.Way.FORWARD;
        var release = PlayedRelease.started(forward ? definition : definition.undone(), way);

        for (int moment = 0; moment < 60; moment++) {
            if (release.active().isEmpty() || random.nextInt(4) == 0) {
                new PlayedPeople(release, random).intervene();
            } else {
                release.happen(random);
            }
            release.checkOrder();
            assertThat(release.status()).isIn(possible(release, way));
        }
    }

    private static List<Status> possible(PlayedRelease release, Snapshot.Way way) {
        var stopped = release.brake() == Snapshot.Brake.STOPPED;
        if (release.count(RUNNING) > 0) {
            return List.of(stopped ? Status.STOPPING : way.atWork);
        }
        if (release.count(TO_BE_APPROVED) > 0) {
            return List.of(TO_BE_APPROVED);
        }
        var ended = release.halted() || release.count(RELEASE_FAILED) > 0 ? way.failed : way.well;
        return stopped ? List.of(Status.PAUSED, ended) : List.of(ended);
    }

    @Property(tries = 500)
    void aStoppedReleaseStartsNothingAndGoesOnWhereItWas(
            @ForAll("definitions") PlayedDefinition definition, @ForAll long luck) {
        var random = new Random(luck);
        var release = PlayedRelease.started(definition.with(FailMode.STOP));

        release.apply(new Event.Stopped());
        var started = release.starts();
        while (release.count(RUNNING) > 0) {
            release.happenWell(random);
        }

        assertThat(release.starts()).isEqualTo(started);
        assertThat(release.count(TO_BE_APPROVED)).isZero();
        if (release.status() == Status.PAUSED) {
            release.apply(new Event.Continued());
        }
        while (!release.active().isEmpty()) {
            release.happenWell(random);
            release.checkOrder();
        }
        assertThat(release.status()).isEqualTo(SUCCESSFUL);
    }

    @Property(tries = 500)
    void aTerminatedReleaseEndsAtOnceAsFailed(@ForAll("definitions") PlayedDefinition definition, @ForAll long luck) {
        var random = new Random(luck);
        var release = PlayedRelease.started(definition);
        if (random.nextBoolean()) {
            release.happen(random);
        }
        if (release.active().isEmpty()) {
            return;
        }

        release.apply(new Event.Terminated());

        assertThat(release.active()).isEmpty();
        assertThat(release.status()).isEqualTo(RELEASE_FAILED);
    }

    @Property(tries = 500)
    void retryingWhateverFailedEndsSuccessfully(@ForAll("definitions") PlayedDefinition definition, @ForAll long luck) {
        var random = new Random(luck);
        var release = PlayedRelease.started(definition);
        release.playToTheEnd(random);

        new PlayedPeople(release, random).retryToTheEnd();

        assertThat(release.status()).isEqualTo(SUCCESSFUL);
        assertThat(release.steps()).allSatisfy(step -> assertThat(step.status()).isIn(SUCCESSFUL, SKIPPED));
    }

    @Property(tries = 500)
    void aRollbackSaysWhetherAllWasUndoneAndARetryUndoesTheRest(
            @ForAll("definitions") PlayedDefinition definition, @ForAll long luck) {
        var random = new Random(luck);
        var rollback = PlayedRelease.started(definition.undone(), Snapshot.Way.ROLLBACK);
        rollback.playToTheEnd(random);
        assertThat(rollback.status())
                .isEqualTo(rollback.failed().isEmpty() ? Status.ROLLED_BACK : Status.ROLLBACK_FAILED);

        new PlayedPeople(rollback, random).retryToTheEnd();

        assertThat(rollback.status()).isEqualTo(Status.ROLLED_BACK);
        assertThat(rollback.steps())
                .allSatisfy(step -> assertThat(step.status()).isIn(SUCCESSFUL, SKIPPED));
    }

    @Provide
    Arbitrary<PlayedDefinition> definitions() {
        return PlayedDefinition.definitions();
    }
}
