package dev.slipway.target.kubernetes;

import dev.slipway.target.Order;
import dev.slipway.target.TargetProblem;
import dev.slipway.target.Unavailable;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Applies the objects of orders one after another, and deletes what is not wanted any more. */
@ApplicationScoped
class Applying {

    private static final int INVALID = 422;

    // Whoever calls is an engine with few threads; the rest is applied with the next call.
    private static final Duration TURN = Duration.ofSeconds(3);

    private final Ledger ledger;
    private final Looking looking;
    private final Clock clock;

    Applying(Ledger ledger, Looking looking, Clock clock) {
        this.ledger = ledger;
        this.looking = looking;
        this.clock = clock;
    }

    /**
     * Applies what is left of an order, as far as it gets in a few seconds. What can't be applied at all is recorded.
     *
     * @throws Unavailable if the API server can't be asked now
     */
    void advance(Cluster cluster, Order order, Ledger.Entry entry) {
        var force = Workload.of(order.spec()).takesOver();
        var end = clock.instant().plus(TURN);
        for (int index = entry.applied(); index < entry.objects().size(); index++) {
            if (!clock.instant().isBefore(end)) {
                return;
            }
            var manifest = entry.objects().get(index);
            if (Route.waits(order, manifest) && !isReady(cluster, entry.first(index))) {
                return;
            }
            try {
                apply(cluster, entry, manifest, force, index + 1);
            } catch (KubernetesClientException e) {
                failed(cluster, entry, manifest, e);
                return;
            } catch (Unavailable e) {
                throw e;
            } catch (TargetProblem e) {
                failed(entry, e);
                return;
            }
        }
    }

    private boolean isReady(Cluster cluster, Ledger.Entry before) {
        return Trouble.asking(cluster.name(), () -> looking.look(cluster, before))
                        .state()
                == Rollout.State.DONE;
    }

    private void apply(Cluster cluster, Ledger.Entry entry, Manifest manifest, boolean force, int count) {
        var key = cluster.placed(manifest);
        var existing = cluster.find(key);
        requireNotOfAnother(cluster, key, existing, entry.component());
        if (existing != null && existing.getMetadata().getDeletionTimestamp() != null) {
            throw new Unavailable("%s is still being deleted.".formatted(key), null);
        }
        ledger.expect(entry, key, existing != null);
        var applied = cluster.apply(key, manifest.content(), force);
        ledger.applied(entry, key, generation(applied), count);
    }

    /** @throws TargetProblem if an object that is there belongs to another component */
    static void requireNotOfAnother(
            Cluster cluster, Manifest.Key key, @Nullable GenericKubernetesResource existing, UUID component) {
        var owner = owner(existing);
        if (!owner.isEmpty() && !owner.equals(component.toString())) {
            throw new TargetProblem("%s in %s belongs to another component. Give one of them another name."
                    .formatted(key, cluster.name()));
        }
    }

    private static long generation(GenericKubernetesResource object) {
        return Objects.requireNonNullElse(object.getMetadata().getGeneration(), 0L);
    }

    /** The id of the component that an object belongs to; empty if it is none of ours. */
    static String owner(@Nullable GenericKubernetesResource object) {
        var labels = object == null ? null : object.getMetadata().getLabels();
        return labels == null ? "" : Objects.requireNonNullElse(labels.get(Labels.COMPONENT_ID), "");
    }

    private void failed(Cluster cluster, Ledger.Entry entry, Manifest manifest, KubernetesClientException e) {
        if (Trouble.isPassing(e)) {
            throw new Unavailable(Trouble.sentence(e, cluster.name()), e);
        }
        // The pods of a Job can't be changed: a new version is a new Job.
        if (e.getCode() == INVALID && manifest.is("batch", "Job")) {
            var key = cluster.placed(manifest);
            if (owner(cluster.find(key)).equals(entry.component().toString())) {
                cluster.delete(key);
                throw new Unavailable("%s is replaced.".formatted(key), e);
            }
        }
        var conflicts = Conflicts.of(e);
        ledger.failed(
                entry,
                conflicts.isEmpty()
                        ? "%s can't be applied. %s".formatted(manifest.title(), Trouble.sentence(e, cluster.name()))
                        : Conflicts.sentence(manifest.title(), conflicts));
    }

    private void failed(Ledger.Entry entry, TargetProblem e) {
        // A kind that this order brings itself is known to the cluster a moment later.
        if (entry.objects().stream().anyMatch(object -> object.is("apiextensions.k8s.io", "CustomResourceDefinition"))
                && entry.applied() < entry.objects().size()
                && String.valueOf(e.getMessage()).startsWith("The cluster has no kind")) {
            throw new Unavailable(String.valueOf(e.getMessage()), e);
        }
        ledger.failed(entry, String.valueOf(e.getMessage()));
    }

    /** Deletes what versions before have brought and this order doesn't have. */
    void prune(Cluster cluster, Ledger.Entry entry) {
        var old = ledger.items(entry.component()).values().stream()
                .filter(item -> item.orderNo() < entry.no())
                .toList();
        remove(cluster, entry.component(), old);
        ledger.pruned(entry);
    }

    private void remove(Cluster cluster, UUID component, Collection<Ledger.Item> items) {
        var reversed = new ArrayList<>(items);
        Collections.reverse(reversed);
        try {
            for (var item : reversed) {
                if (item.created() && isOurs(cluster.find(item.key()), component)) {
                    cluster.delete(item.key());
                }
                ledger.forget(component, item.key());
            }
        } catch (KubernetesClientException e) {
            throw Trouble.isPassing(e)
                    ? new Unavailable(Trouble.sentence(e, cluster.name()), e)
                    : new TargetProblem(Trouble.sentence(e, cluster.name()), e);
        }
    }

    /** Only what has our label, and fields that we manage: somebody may have made another of the same name since. */
    static boolean isOurs(@Nullable GenericKubernetesResource object, UUID component) {
        if (object == null || !owner(object).equals(component.toString())) {
            return false;
        }
        var managed = object.getMetadata().getManagedFields();
        return managed == null
                || managed.isEmpty()
                || managed.stream().anyMatch(entry -> Cluster.MANAGER.equals(entry.getManager()));
    }
}
