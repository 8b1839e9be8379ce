package dev.slipway.target.kubernetes;

import dev.slipway.target.BuildOrder;
import dev.slipway.target.OngoingBuilds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What was asked of clusters to build, and what came of it: all that a restart has to know. */
@ApplicationScoped
class BuildLedger implements OngoingBuilds {

    private final Clock clock;

    BuildLedger(Clock clock) {
        this.clock = clock;
    }

    /**
     * A build as it is recorded.
     *
     * @param image what it pushed; empty: nothing yet
     * @param problem why it will not get there; empty: it still may
     */
    record Entry(String id, String namespace, boolean started, String image, String problem) {

        boolean hasEnded() {
            return !image.isEmpty() || !problem.isEmpty();
        }
    }

    /** The entry of an order, written where it is missing. */
    @Transactional
    Entry enter(BuildOrder order, String namespace) {
        return entry(StartedBuild.find(order.id()).orElseGet(() -> insert(order, namespace)));
    }

    private StartedBuild insert(BuildOrder order, String namespace) {
        var build = StartedBuild.of(order.id(), order.environmentId(), namespace, clock.instant());
        build.persistAndFlush();
        return build;
    }

    @Transactional
    Optional<Entry> find(String order) {
        return StartedBuild.find(order).map(BuildLedger::entry);
    }

    @Override
    @Transactional
    public boolean isGoing(String order) {
        return StartedBuild.find(order).filter(build -> !build.hasEnded()).isPresent();
    }

    /** Records that the cluster has got the Job, and says how the build is. */
    @Transactional
    Entry started(String order) {
        return change(order, build -> build.started = true);
    }

    /** Records what was pushed, unless the build has ended before. */
    @Transactional
    Entry pushed(String order, String image) {
        return change(order, build -> build.image = build.hasEnded() ? build.image : image);
    }

    /** Records why a build will not get there, unless it has ended before. */
    @Transactional
    Entry failed(String order, String why) {
        return change(order, build -> build.problem = build.hasEnded() ? build.problem : why);
    }

    private static Entry change(String order, Consumer<StartedBuild> change) {
        var build = StartedBuild.lock(order).orElseThrow(() -> new IllegalStateException("no build " + order));
        change.accept(build);
        return entry(build);
    }

    private static Entry entry(StartedBuild build) {
        return new Entry(
                build.id,
                build.namespace,
                build.started,
                Objects.requireNonNullElse(build.image, ""),
                Objects.requireNonNullElse(build.problem, ""));
    }
}
