package dev.slipway.target.kubernetes;

import dev.slipway.target.Progress;
import dev.slipway.target.Unavailable;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the objects of an order are, as watches tell it. */
@ApplicationScoped
class Looking {

    /** The safety net: what changes wakes up whoever waits for it. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    /** Until a watch has begun. */
    private static final Duration SOON = Duration.ofMillis(500);

    private final Ledger ledger;

    Looking(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What was seen.
     *
     * @param why what keeps it from going on, for the card; empty if nothing is known
     * @param isTold whether a watch tells what changes next
     */
    record Sight(Rollout.State state, String what, Optional<Hang> why, boolean isTold) {

        private static final Sight DONE = new Sight(Rollout.State.DONE, "", Optional.empty(), true);

        /** Still at it; {@code left} is how much time there is. */
        Progress.Working working(Duration left) {
            return new Progress.Working(
                    why.map(hang -> what + ". " + hang.sentence()).orElse(what), isTold ? pause(left) : SOON);
        }

        private static Duration pause(Duration left) {
            return left.compareTo(PAUSE) < 0 ? left.plusMillis(1) : PAUSE;
        }
    }

    /**
     * Looks at everything that has to be waited for, and says how the first is that isn't there yet.
     *
     * @throws Unavailable if a watch was lost and has not begun again
     */
    Sight look(Cluster cluster, Ledger.Entry entry) {
        var items = ledger.items(entry.component());
        for (var manifest : entry.objects()) {
            var key = cluster.placed(manifest);
            if (Rollout.isAwaited(key)) {
                var generation = items.containsKey(key) ? items.get(key).generation() : 0;
                var sight = look(cluster, entry, key, generation);
                if (sight.state() != Rollout.State.DONE) {
                    return sight;
                }
            }
        }
        return Sight.DONE;
    }

    private static Sight look(Cluster cluster, Ledger.Entry entry, Manifest.Key key, long generation) {
        var watch = cluster.watches().of(key.apiVersion(), key.kind(), key.namespace());
        if (!watch.isUpToDate()) {
            if (watch.problem() instanceof KubernetesClientException e) {
                throw new Unavailable(Trouble.sentence(e, cluster.name()), e);
            }
            var what = "waits for news of the API server of " + cluster.name();
            return new Sight(Rollout.State.GOING, what, Optional.empty(), false);
        }
        var rollout = rollout(key, generation, watch.find(key.name()));
        return rollout.state() == Rollout.State.DONE
                ? Sight.DONE
                : new Sight(rollout.state(), rollout.what(), hang(cluster, entry, key), true);
    }

    /** What a watch tells of an object before it was last applied is old. */
    static Rollout rollout(Manifest.Key key, long generation, @Nullable GenericKubernetesResource object) {
        var seen = object == null ? null : object.getMetadata().getGeneration();
        if (object == null || (seen != null && seen < generation)) {
            return new Rollout(Rollout.State.GOING, "%s waits to be seen".formatted(key));
        }
        return Rollout.of(key, seen == null ? 0 : seen, object.getAdditionalProperties());
    }

    private static Optional<Hang> hang(Cluster cluster, Ledger.Entry entry, Manifest.Key key) {
        var quota = quota(cluster, key);
        return quota.isPresent()
                ? quota
                : pods(cluster, entry, key.namespace()).stream()
                        .flatMap(pod -> Hang.of(pod.getMetadata().getName(), content(pod)).stream())
                        .findFirst();
    }

    /** What a Deployment says when it may not make pods. */
    private static Optional<Hang> quota(Cluster cluster, Manifest.Key key) {
        var object = cluster.watches()
                .of(key.apiVersion(), key.kind(), key.namespace())
                .find(key.name());
        return object == null
                ? Optional.empty()
                : Rollout.condition(Values.map(content(object).get("status")), "ReplicaFailure")
                        .filter(condition -> "True".equals(condition.get("status")))
                        .map(condition -> new Hang(
                                Values.text(condition.get("reason")),
                                "Pods can't be made: " + Values.text(condition.get("message")),
                                "",
                                false,
                                false));
    }

    /** The pods of a component in a namespace, the newest first. */
    static List<GenericKubernetesResource> pods(Cluster cluster, Ledger.Entry entry, String namespace) {
        var watch = cluster.watches().of("v1", "Pod", namespace);
        var pods = new ArrayList<>(watch.of(entry.component().toString()));
        pods.sort(Comparator.comparing(Looking::age).reversed());
        return pods;
    }

    private static String age(GenericKubernetesResource pod) {
        return Values.text(pod.getMetadata().getCreationTimestamp());
    }

    static Map<String, Object> content(GenericKubernetesResource object) {
        return object.getAdditionalProperties();
    }
}
