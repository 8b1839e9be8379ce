package dev.slipway.target.kubernetes;

import java.util.Comparator;
import java.util.List;

/** In which order objects are applied: what others need comes first. They are deleted in the reverse order. */
final class ApplyOrder {

    /** As Helm installs kinds; what is not named comes last. */
    private static final List<String> SYSTEM = List.of(
            "PriorityClass",
            "Namespace",
            "NetworkPolicy",
            "ResourceQuota",
            "LimitRange",
            "PodDisruptionBudget",
            "ServiceAccount",
            "Secret",
            "ConfigMap",
            "StorageClass",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "CustomResourceDefinition",
            "ClusterRole",
            "ClusterRoleBinding",
            "Role",
            "RoleBinding",
            "Service",
            "DaemonSet",
            "Pod",
            "ReplicaSet",
            "Deployment",
            "HorizontalPodAutoscaler",
            "StatefulSet",
            "Job",
            "CronJob",
            "IngressClass",
            "Ingress",
            "HTTPRoute");

    private ApplyOrder() {}

    /**
     * Sorts objects; those of one kind stay as they were.
     *
     * @param custom the kinds in the order that somebody wants, what is not named after them; empty: the usual one
     */
    static List<Manifest> sort(List<Manifest> manifests, List<String> custom) {
        var kinds = custom.isEmpty() ? SYSTEM : custom;
        return manifests.stream()
                .sorted(Comparator.comparingInt(manifest -> place(kinds, manifest.kind())))
                .toList();
    }

    private static int place(List<String> kinds, String kind) {
        var place = kinds.indexOf(kind);
        return place < 0 ? kinds.size() : place;
    }
}
