package dev.slipway.execution;

import java.util.List;
import java.util.Random;

/** People who do to a release whatever can be done to it at the moment. */
record PlayedPeople(PlayedRelease release, Random random) {

    /** Stops, continues, terminates, retries or skips. */
    void intervene() {
        var stopped = release.brake() == Snapshot.Brake.STOPPED;
        if (!release.status().isActive()) {
            takeUp(release.failed());
        } else if (stopped && random.nextInt(5) < 3) {
            release.apply(new Event.Continued());
        } else if (random.nextInt(5) == 0) {
            release.apply(new Event.Terminated());
        } else if (release.brake() == Snapshot.Brake.OFF) {
            release.apply(new Event.Stopped());
        }
    }

    private void takeUp(List<Snapshot.Step> failed) {
        var waivable = failed.stream().filter(step -> !step.checkpoint()).toList();
        if (!waivable.isEmpty() && random.nextBoolean()) {
            var waived = waivable.get(random.nextInt(waivable.size()));
            release.takeUp(new Event.Waived(waived.id()));
        } else if (!failed.isEmpty()) {
            var chosen = failed.stream()
                    .filter(step -> step.checkpoint() || random.nextBoolean())
                    .toList();
            release.retry(chosen.isEmpty() ? failed : chosen);
        }
    }

    /** Retry whatever failed until nothing does any more. */
    void retryToTheEnd() {
        while (!release.failed().isEmpty()) {
            release.retry(release.failed());
            while (!release.active().isEmpty()) {
                release.happenWell(random);
                release.checkOrder();
            }
        }
    }
}
