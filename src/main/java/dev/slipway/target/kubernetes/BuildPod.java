package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ContainerResource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pod of a build, as it was when it was asked for. */
record BuildPod(GenericKubernetesResource pod) {

    private static final int NOT_FOUND = 404;
    private static final int LAST_LINES = 40;

    /** The newest pod of a build, as the watch tells it where there is one; empty if there is none yet. */
    static Optional<BuildPod> find(Cluster cluster, String namespace, String order) {
        var watch = cluster.builds().of("v1", "Pod", namespace);
        var pods = watch.isUpToDate()
                ? watch.of(Labels.value(order))
                : cluster.podsWith(namespace, BuildJob.LABEL, Labels.value(order));
        return pods.stream()
                .max(Comparator.comparing(pod -> Values.text(pod.getMetadata().getCreationTimestamp())))
                .map(BuildPod::new);
    }

    boolean isRunning() {
        return Values.at(state(), "running") != null;
    }

    private boolean hasEnded() {
        return Values.at(state(), "terminated") != null;
    }

    /** Of its container; empty if it has not ended. */
    Optional<Long> exitCode() {
        var code = Values.at(state(), "terminated", "exitCode");
        return code == null ? Optional.empty() : Optional.of(Values.number(code, 0));
    }

    /** What keeps it from starting. */
    Optional<Hang> hang() {
        return Hang.of(pod.getMetadata().getName(), pod.getAdditionalProperties());
    }

    private Map<String, Object> state() {
        var statuses = Values.maps(Values.at(pod.getAdditionalProperties(), "status", "containerStatuses"));
        return statuses.stream()
                .filter(status -> BuildJob.CONTAINER.equals(status.get("name")))
                .findFirst()
                .map(status -> Values.map(status.get("state")))
                .orElse(Map.of());
    }

    /** The lines of its log from number {@code from} on; a last line that it is still writing comes the next time. */
    void log(Cluster cluster, String order, long from, Consumer<String> log) {
        if (isRunning()) {
            cluster.logs().lines(order, container(cluster)).stream().skip(from).forEach(log);
        } else if (hasEnded()) {
            cluster.logs().forget(order);
            var text = text(
                    () -> container(cluster).limitBytes(FollowedLog.MOST_BYTES).getLog());
            BuildLog.lines(text, true).stream().skip(from).forEach(log);
        }
    }

    /** The last lines of its log; none if it has none. */
    List<String> lastLines(Cluster cluster) {
        return hasEnded()
                ? text(() -> container(cluster).tailingLines(LAST_LINES).getLog())
                        .lines()
                        .toList()
                : List.of();
    }

    /** The cluster may have deleted the pod since it was looked at: there is no log then. */
    private static String text(Supplier<@Nullable String> log) {
        try {
            return Values.text(log.get());
        } catch (KubernetesClientException e) {
            if (e.getCode() == NOT_FOUND) {
                return "";
            }
            throw e;
        }
    }

    private ContainerResource container(Cluster cluster) {
        return cluster.client()
                .pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .inContainer(BuildJob.CONTAINER);
    }
}
