package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What a cluster warns of: its events of type {@code Warning}, which it keeps for an hour or so. */
final class Warnings {

    private Warnings() {}

    /**
     * The warnings about objects, and about what they made, whose names begin with theirs: the newest first, such as
     * {@code Pod web-1, FailedMount: secret "login" not found}. One sentence that says so where they can't be read.
     *
     * @param names of the objects
     */
    static List<String> about(Cluster cluster, String namespace, Collection<String> names) {
        try {
            return cluster
                    .client()
                    .v1()
                    .events()
                    .inNamespace(namespace)
                    .withField("type", "Warning")
                    .list()
                    .getItems()
                    .stream()
                    .filter(event -> isAbout(event, names))
                    .sorted(Comparator.comparing(Warnings::at).reversed())
                    .map(Warnings::sentence)
                    .toList();
        } catch (KubernetesClientException e) {
            return List.of("Events could not be read. " + Trouble.sentence(e, cluster.name()));
        }
    }

    private static boolean isAbout(Event event, Collection<String> names) {
        var name = Objects.requireNonNullElse(event.getInvolvedObject().getName(), "");
        return names.stream().anyMatch(ours -> name.equals(ours) || name.startsWith(ours + "-"));
    }

    private static String at(Event event) {
        return Objects.requireNonNullElse(
                event.getLastTimestamp(), Values.text(event.getMetadata().getCreationTimestamp()));
    }

    private static String sentence(Event event) {
        var object = event.getInvolvedObject();
        return "%s %s, %s: %s".formatted(object.getKind(), object.getName(), event.getReason(), event.getMessage());
    }
}
