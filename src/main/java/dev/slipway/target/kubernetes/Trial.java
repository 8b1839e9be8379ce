package dev.slipway.target.kubernetes;

import dev.slipway.target.Previewing.Change;
import dev.slipway.target.Previewing.Drift;
import dev.slipway.target.Previewing.Effect;
import dev.slipway.target.Previewing.Line;
import dev.slipway.target.TargetProblem;
import dev.slipway.target.Unavailable;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tries out what applying an object would do: the API server does it all, with defaults and admission, and keeps nothing.
 *
 * @param force whether the order takes fields from others
 */
record Trial(Cluster cluster, UUID component, boolean force) {

    private static final int INVALID = 422;

    /** An object as it would be, and a sentence about it; empty if there is none. */
    private record Answer(Map<String, Object> object, Effect effect, String remark) {}

    /**
     * What an order would do to an object; what the server refuses is an answer, too.
     *
     * @param before the object as it was applied the last time; null if it never was
     * @throws Unavailable if the server can't be asked now
     */
    Change of(Manifest manifest, @Nullable Manifest before) {
        try {
            return Trouble.asking(cluster.name(), () -> change(manifest, before));
        } catch (Unavailable e) {
            throw e;
        } catch (TargetProblem e) {
            return new Change(manifest.title(), Effect.REFUSED, List.of(), List.of(), String.valueOf(e.getMessage()));
        }
    }

    private Change change(Manifest manifest, @Nullable Manifest before) {
        var key = cluster.placed(manifest);
        var live = cluster.find(key);
        Applying.requireNotOfAnother(cluster, key, live, component);
        if (live == null) {
            cluster.tryOut(key, manifest.content(), force);
            var lines = ObjectDiff.between(null, manifest.content());
            return new Change(manifest.title(), Effect.CREATED, lines, List.of(), "");
        }
        var drift = before == null ? List.<Line>of() : drift(cluster, key, before, live);
        var answer = answer(key, manifest);
        var lines = ObjectDiff.between(cluster.content(live), answer.object());
        var effect = answer.effect() == Effect.CHANGED && lines.isEmpty() ? Effect.SAME : answer.effect();
        return new Change(manifest.title(), effect, lines, drift, answer.remark());
    }

    private Answer answer(Manifest.Key key, Manifest manifest) {
        try {
            return new Answer(cluster.content(cluster.tryOut(key, manifest.content(), force)), Effect.CHANGED, "");
        } catch (KubernetesClientException e) {
            var conflicts = Conflicts.of(e);
            if (!conflicts.isEmpty()) {
                var object = cluster.content(cluster.tryOut(key, manifest.content(), true));
                return new Answer(object, Effect.REFUSED, Conflicts.sentence(manifest.title(), conflicts));
            }
            if (e.getCode() == INVALID && manifest.is("batch", "Job")) {
                var remark = "It is deleted and made anew: the pods of a Job can't be changed.";
                return new Answer(manifest.content(), Effect.CHANGED, remark);
            }
            throw e;
        }
    }

    /** How an object differs from what was applied, in what was applied; empty if it doesn't. */
    static Optional<Drift> drift(Cluster cluster, Manifest applied) {
        var key = cluster.placed(applied);
        var live = cluster.find(key);
        if (live == null) {
            return endsByItself(applied) ? Optional.empty() : Optional.of(new Drift(applied.title(), true, List.of()));
        }
        var lines = drift(cluster, key, applied, live);
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Drift(applied.title(), false, lines));
    }

    /** A Job that is done may be deleted by the cluster after a while. */
    private static boolean endsByItself(Manifest manifest) {
        return manifest.is("batch", "Job") && Values.at(manifest.content(), "spec", "ttlSecondsAfterFinished") != null;
    }

    /**
     * What applying the same once more would put back is what somebody has changed. Only the server can compare: it knows
     * defaults, other ways to write a value, and which fields were never applied.
     */
    private static List<Line> drift(
            Cluster cluster, Manifest.Key key, Manifest applied, GenericKubernetesResource live) {
        var meant = cluster.tryOut(key, applied.content(), true);
        return ObjectDiff.between(cluster.content(meant), cluster.content(live), Owners.of(live)::other);
    }
}
