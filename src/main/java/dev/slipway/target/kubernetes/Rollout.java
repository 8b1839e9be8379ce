package dev.slipway.target.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far an object is from being what was asked for, as {@code kubectl rollout status} decides it for workloads, and by the
 * conditions that controllers agree on for everything else (sigs.k8s.io/cli-utils, kstatus).
 *
 * @param what a phrase for the card, such as {@code 3 of 5 pods are ready}; a sentence where it has failed
 */
record Rollout(State state, String what) {

    /** How far. */
    enum State {
        DONE,
        GOING,
        FAILED
    }

    private static final Rollout DONE = new Rollout(State.DONE, "");

    /**
     * Looks at an object.
     *
     * @param generation of its metadata
     * @param content its spec and its status, as the API server tells them
     */
    static Rollout of(Manifest.Key key, long generation, Map<String, Object> content) {
        var status = Values.map(content.get("status"));
        var observed = Values.number(status.get("observedGeneration"), needsObserving(key) ? 0 : generation);
        if (observed < generation) {
            return going("%s waits to be seen by its controller".formatted(key));
        }
        var spec = Values.map(content.get("spec"));
        return switch (key.apiVersion() + " " + key.kind()) {
            case "apps/v1 Deployment" -> deployment(key, spec, status);
            case "apps/v1 StatefulSet" -> statefulSet(spec, status);
            case "apps/v1 DaemonSet" -> daemonSet(spec, status);
            case "batch/v1 Job" -> job(key, spec, status);
            case "gateway.networking.k8s.io/v1 HTTPRoute" -> route(key, generation, status);
            default -> conditions(key, status);
        };
    }

    /** Whether there is anything to wait for; objects without it are done when they are applied. */
    static boolean isAwaited(Manifest.Key key) {
        var job = key.kind().equals("Job") && group(key).equals("batch");
        var custom = group(key).contains(".") && !BUILT_IN.contains(group(key));
        return needsObserving(key) || job || custom;
    }

    private static final List<String> BUILT_IN = List.of(
            "networking.k8s.io",
            "rbac.authorization.k8s.io",
            "policy",
            "storage.k8s.io",
            "scheduling.k8s.io",
            "coordination.k8s.io",
            "discovery.k8s.io");

    private static String group(Manifest.Key key) {
        var slash = key.apiVersion().indexOf('/');
        return slash < 0 ? "" : key.apiVersion().substring(0, slash);
    }

    private static boolean needsObserving(Manifest.Key key) {
        return key.apiVersion().equals("apps/v1")
                && List.of("Deployment", "StatefulSet", "DaemonSet").contains(key.kind());
    }

    private static Rollout deployment(Manifest.Key key, Map<String, Object> spec, Map<String, Object> status) {
        var late = condition(status, "Progressing")
                .filter(found -> "ProgressDeadlineExceeded".equals(found.get("reason")));
        if (late.isPresent()) {
            return new Rollout(State.FAILED, "%s got no further within its progressDeadlineSeconds.".formatted(key));
        }
        var wanted = Values.number(spec.get("replicas"), 1);
        var updated = Values.number(status.get("updatedReplicas"), 0);
        var available = Values.number(status.get("availableReplicas"), 0);
        var all = Values.number(status.get("replicas"), 0);
        if (updated < wanted) {
            return going("%d of %d pods are new".formatted(updated, wanted));
        }
        if (all > updated) {
            return going("%d old pods have to end".formatted(all - updated));
        }
        return available < updated ? going("%d of %d pods are ready".formatted(available, updated)) : DONE;
    }

    private static Rollout statefulSet(Map<String, Object> spec, Map<String, Object> status) {
        var wanted = Values.number(spec.get("replicas"), 1);
        var ready = Values.number(status.get("readyReplicas"), 0);
        if (ready < wanted) {
            return going("%d of %d pods are ready".formatted(ready, wanted));
        }
        if ("OnDelete".equals(Values.at(spec, "updateStrategy", "type"))) {
            return DONE;
        }
        var kept = Values.number(Values.at(spec, "updateStrategy", "rollingUpdate", "partition"), 0);
        var updated = Values.number(status.get("updatedReplicas"), 0);
        if (kept > 0) {
            return updated < wanted - kept ? going("%d of %d pods are new".formatted(updated, wanted - kept)) : DONE;
        }
        var current = Values.text(status.get("currentRevision"));
        return current.equals(Values.text(status.get("updateRevision")))
                ? DONE
                : going("%d of %d pods are new".formatted(updated, wanted));
    }

    private static Rollout daemonSet(Map<String, Object> spec, Map<String, Object> status) {
        if ("OnDelete".equals(Values.at(spec, "updateStrategy", "type"))) {
            return DONE;
        }
        var wanted = Values.number(status.get("desiredNumberScheduled"), 0);
        var updated = Values.number(status.get("updatedNumberScheduled"), 0);
        var available = Values.number(status.get("numberAvailable"), 0);
        if (updated < wanted) {
            return going("%d of %d pods are new".formatted(updated, wanted));
        }
        return available < wanted ? going("%d of %d pods are ready".formatted(available, wanted)) : DONE;
    }

    private static Rollout job(Manifest.Key key, Map<String, Object> spec, Map<String, Object> status) {
        var failed = condition(status, "Failed").filter(Rollout::isTrue);
        if (failed.isPresent()) {
            return new Rollout(State.FAILED, "%s has failed: %s.".formatted(key, message(failed.get())));
        }
        if (condition(status, "Complete").filter(Rollout::isTrue).isPresent()
                || Boolean.TRUE.equals(spec.get("suspend"))) {
            return DONE;
        }
        return going("%d of %d runs are complete"
                .formatted(Values.number(status.get("succeeded"), 0), Values.number(spec.get("completions"), 1)));
    }

    /** Each gateway says for itself whether it has taken the route, and whether there is something to send requests to. */
    private static Rollout route(Manifest.Key key, long generation, Map<String, Object> status) {
        var parents = Values.maps(status.get("parents"));
        for (var type : List.of("Accepted", "ResolvedRefs")) {
            for (var parent : parents) {
                var found = condition(parent, type)
                        .filter(condition ->
                                Values.number(condition.get("observedGeneration"), generation) >= generation);
                if (found.filter(Rollout::isTrue).isEmpty()) {
                    return going("%s is not %s yet%s"
                            .formatted(
                                    key,
                                    type,
                                    found.map(no -> ": " + message(no)).orElse("")));
                }
            }
        }
        return parents.isEmpty() ? going("%s waits to be seen by its gateway".formatted(key)) : DONE;
    }

    private static Rollout conditions(Manifest.Key key, Map<String, Object> status) {
        for (var type : List.of("Stalled", "Failed")) {
            var bad = condition(status, type).filter(Rollout::isTrue);
            if (bad.isPresent()) {
                return new Rollout(State.FAILED, "%s is %s: %s.".formatted(key, type, message(bad.get())));
            }
        }
        for (var type : List.of("Ready", "Available", "Established")) {
            var found = condition(status, type);
            if (found.isPresent() && !isTrue(found.get())) {
                return going("%s is not %s yet: %s".formatted(key, type, message(found.get())));
            }
        }
        var busy = condition(status, "Reconciling").filter(Rollout::isTrue);
        return busy.map(found -> going("%s: %s".formatted(key, message(found)))).orElse(DONE);
    }

    static Optional<Map<String, Object>> condition(Map<String, Object> status, String type) {
        return Values.maps(status.get("conditions")).stream()
                .filter(found -> type.equals(found.get("type")))
                .findFirst();
    }

    private static boolean isTrue(Map<String, Object> condition) {
        return "True".equals(condition.get("status"));
    }

    private static String message(Map<String, Object> condition) {
        var message = Values.text(condition.get("message"));
        return (message.isBlank() ? Values.text(condition.get("reason")) : message)
                .strip()
                .replaceFirst("\\.$", "");
    }

    private static Rollout going(String what) {
        return new Rollout(State.GOING, what);
    }
}
