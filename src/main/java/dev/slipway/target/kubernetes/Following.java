package dev.slipway.target.kubernetes;

import dev.slipway.target.Order;
import dev.slipway.target.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Follows an order until everything is ready, or its time has passed. */
@ApplicationScoped
class Following {

    private static final String REPLACED = "A later order took the place of this one.";

    private final Ledger ledger;
    private final Looking looking;
    private final Clock clock;

    Following(Ledger ledger, Looking looking, Clock clock) {
        this.ledger = ledger;
        this.looking = looking;
        this.clock = clock;
    }

    /** How far an applied order is; {@code open} gives the cluster where it has to be asked. */
    Progress progress(Order order, Supplier<Cluster> open) {
        var found = ledger.find(order.id());
        if (found.isEmpty()) {
            return new Progress.Broken("Nothing is known of this order; was the component deleted?");
        }
        var entry = found.get();
        if (!entry.problem().isEmpty() || !entry.last()) {
            return new Progress.Broken(entry.last() ? entry.problem() : REPLACED);
        }
        var cluster = open.get();
        if (!entry.isApplied() && Route.waits(order, entry.objects().get(entry.applied()))) {
            var before = entry.first(entry.applied());
            var sight = Trouble.asking(cluster.name(), () -> looking.look(cluster, before));
            if (sight.state() != Rollout.State.DONE) {
                return progress(order, cluster, before, sight);
            }
        }
        if (!entry.isApplied()) {
            var what = "%d of %d objects are applied"
                    .formatted(entry.applied(), entry.objects().size());
            return isLate(order, entry)
                    ? new Progress.Broken("Version %s was not applied in time: %s.".formatted(order.version(), what))
                    : new Progress.Working(what);
        }
        return progress(order, cluster, entry, Trouble.asking(cluster.name(), () -> looking.look(cluster, entry)));
    }

    private Progress progress(Order order, Cluster cluster, Ledger.Entry entry, Looking.Sight sight) {
        return switch (sight.state()) {
            case DONE ->
                entry.pruned()
                        ? new Progress.Ready(Address.of(cluster, entry))
                        : new Progress.Working("deletes what the version before had");
            case FAILED -> broken(cluster, entry, sight, sight.what());
            case GOING -> {
                var hopeless = sight.why().filter(Hang::hopeless).isPresent();
                // Who has just come back and sees nothing yet can't say that it is not ready.
                yield hopeless || (sight.isTold() && isLate(order, entry))
                        ? broken(
                                cluster,
                                entry,
                                sight,
                                "Version %s was not ready in time: %s.".formatted(order.version(), sight.what()))
                        : sight.working(Duration.between(clock.instant(), end(order, entry)));
            }
        };
    }

    private static Progress broken(Cluster cluster, Ledger.Entry entry, Looking.Sight sight, String sentence) {
        var why = sight.why().map(hang -> " " + hang.sentence() + ".").orElse("");
        return new Progress.Broken((sentence + why).replace('\n', ' ') + new Diagnosis(cluster, entry).lines(sight));
    }

    private boolean isLate(Order order, Ledger.Entry entry) {
        return clock.instant().isAfter(end(order, entry));
    }

    private static Instant end(Order order, Ledger.Entry entry) {
        return entry.since().plus(order.within());
    }
}
