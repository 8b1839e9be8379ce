package dev.slipway.target.kubernetes;

import dev.slipway.target.TargetProblem;
import java.util.HashMap;
import java.util.Map;

/**
 * A new version that runs beside the one before and gets a share of the requests: the spec of such a version holds that of the
 * version before under {@code stable}. Pure functions.
 */
final class Canary {

    static final String WEIGHT = "canaryWeight";

    private static final String STABLE = "stable";
    private static final String REPLICAS = "replicas";
    private static final String SUFFIX = "-canary";
    private static final int ALL = 100;

    private Canary() {}

    /**
     * The spec of a version with what it runs beside, where it is to be a canary.
     *
     * @param merged what the task wants, and the rest from before
     */
    static Map<String, Object> beside(
            Map<String, Object> before, Map<String, Object> merged, Map<String, Object> wanted) {
        var spec = new HashMap<>(merged);
        spec.remove(STABLE);
        if (!(merged.get(WEIGHT) instanceof Number weight) || weight.intValue() >= ALL) {
            spec.remove(WEIGHT);
            if (before.containsKey(STABLE) && !wanted.containsKey(REPLICAS)) {
                takePlace(spec, Values.map(before.get(STABLE)));
            }
            return spec;
        }
        if (!before.isEmpty()) {
            // The next step of a canary runs beside the same version as the one before.
            spec.put(STABLE, before.getOrDefault(STABLE, before));
        }
        return spec;
    }

    /** A canary has few pods; what gets all requests has as many as what it replaces. */
    private static void takePlace(Map<String, Object> spec, Map<String, Object> stable) {
        spec.remove(REPLICAS);
        if (stable.containsKey(REPLICAS)) {
            spec.put(REPLICAS, stable.get(REPLICAS));
        }
    }

    /** What its objects are called, and the label of its pods: the Service of the version before must not find them. */
    static String name(String stable) {
        return stable + SUFFIX;
    }

    /** The id of the component that pods with this label belong to. */
    static String component(String label) {
        return label.endsWith(SUFFIX) ? label.substring(0, label.length() - SUFFIX.length()) : label;
    }

    /** @throws TargetProblem if something is missing without which there is no canary */
    static void check(Workload workload) {
        if (workload.gateway() != null && workload.portList().isEmpty()) {
            throw new TargetProblem("kubernetes.ports: Enter the port that the gateway sends requests to.");
        }
        if (workload.canaryWeight() == null) {
            return;
        }
        if (workload.gateway() == null) {
            throw new TargetProblem(
                    "kubernetes.gateway: A canary needs a gateway that splits requests. Enter its name.");
        }
        if (workload.stable() == null) {
            throw new TargetProblem(
                    "kubernetes.canaryWeight: A canary runs beside the version before, and there is none. Leave it out.");
        }
        var stable = Workload.of(workload.stable());
        if (stable.image() == null || stable.portList().isEmpty()) {
            throw new TargetProblem(
                    "kubernetes.canaryWeight: The version before runs no image with a port that a canary"
                            + " could run beside. Release it once without a weight.");
        }
    }
}
