package dev.slipway.target.kubernetes;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.slipway.target.Order;
import dev.slipway.target.Previewing.Change;
import dev.slipway.target.Previewing.Drift;
import dev.slipway.target.Previewing.Effect;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What an order would change in a cluster, and what somebody else has changed there since the last one. */
@ApplicationScoped
class Preview {

    private final Ledger ledger;

    Preview(Ledger ledger) {
        this.ledger = ledger;
    }

    /** See {@link dev.slipway.target.Previewing#preview}. */
    List<Change> of(Cluster cluster, Order order) {
        var component = order.component().id();
        var objects = ledger.foresee(order, () -> Source.objects(order));
        var before = running(component).stream().collect(toMap(Manifest::key, manifest -> manifest));
        var trial = new Trial(cluster, component, Workload.of(order.spec()).takesOver());
        var changes = new ArrayList<Change>();
        for (var manifest : objects) {
            changes.add(trial.of(manifest, before.get(manifest.key())));
        }
        changes.addAll(deletions(cluster, component, names(objects)));
        return changes;
    }

    /** Whatever the namespace: what names none is in that of the environment, and nothing moves between namespaces. */
    private static Set<String> names(List<Manifest> objects) {
        return objects.stream()
                .map(manifest -> manifest.apiVersion() + " " + manifest.title())
                .collect(toSet());
    }

    private List<Change> deletions(Cluster cluster, UUID component, Set<String> kept) {
        return Trouble.asking(cluster.name(), () -> ledger.items(component).values().stream()
                .filter(item -> item.created()
                        && !kept.contains(item.key().apiVersion() + " " + item.key())
                        && Applying.isOurs(cluster.find(item.key()), component))
                .map(item -> new Change(item.key().toString(), Effect.DELETED, List.of(), List.of(), ""))
                .toList());
    }

    /** See {@link dev.slipway.target.Previewing#drift}. */
    List<Drift> drift(Cluster cluster, UUID component) {
        var found = new ArrayList<Drift>();
        for (var manifest : running(component)) {
            Trouble.asking(cluster.name(), () -> Trial.drift(cluster, manifest)).ifPresent(found::add);
        }
        return found;
    }

    /** What was applied of a component, if all of it was, and nothing has stopped it since. */
    private List<Manifest> running(UUID component) {
        return ledger.last(component)
                .filter(entry -> entry.pruned() && entry.problem().isEmpty())
                .map(Ledger.Entry::objects)
                .orElse(List.of());
    }
}
