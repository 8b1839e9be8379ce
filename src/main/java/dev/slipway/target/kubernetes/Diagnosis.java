package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.stream.Collectors;

/** What a cluster tells about a rollout that did not get there: warnings, and the last lines of a log. */
final class Diagnosis {

    private static final int LINES = 20;
    private static final int WARNINGS = 5;

    private final Cluster cluster;
    private final Ledger.Entry entry;

    Diagnosis(Cluster cluster, Ledger.Entry entry) {
        this.cluster = cluster;
        this.entry = entry;
    }

    /** Lines to put after a sentence, each with a line end before it; empty if nothing is told. */
    String lines(Looking.Sight sight) {
        var namespaces = entry.objects().stream()
                .map(cluster::placed)
                .filter(Rollout::isAwaited)
                .map(Manifest.Key::namespace)
                .filter(namespace -> !namespace.isEmpty())
                .distinct()
                .toList();
        return namespaces.stream()
                .map(namespace -> warnings(namespace) + log(namespace, sight))
                .collect(Collectors.joining());
    }

    private String warnings(String namespace) {
        var names = entry.objects().stream()
                .filter(object -> Rollout.isAwaited(cluster.placed(object)))
                .map(Manifest::name)
                .toList();
        return Warnings.about(cluster, namespace, names).stream()
                .limit(WARNINGS)
                .map(warning -> "\n" + warning)
                .collect(Collectors.joining());
    }

    private String log(String namespace, Looking.Sight sight) {
        var container = sight.why().map(Hang::container).orElse("");
        if (container.isEmpty()) {
            return "";
        }
        for (var pod : Looking.pods(cluster, entry, namespace)) {
            var name = pod.getMetadata().getName();
            var hang = Hang.of(name, Looking.content(pod));
            if (hang.filter(found -> found.container().equals(container)).isPresent()) {
                return "\nThe last lines of %s:".formatted(name) + log(namespace, name, hang.get());
            }
        }
        return "";
    }

    private String log(String namespace, String pod, Hang hang) {
        try {
            var logs =
                    cluster.client().pods().inNamespace(namespace).withName(pod).inContainer(hang.container());
            var text = hang.previous()
                    ? logs.terminated().tailingLines(LINES).getLog()
                    : logs.tailingLines(LINES).getLog();
            return List.of(text.split("\n", -1)).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> "\n" + line)
                    .collect(Collectors.joining());
        } catch (KubernetesClientException e) {
            return "\nIts log could not be read. " + Trouble.sentence(e, cluster.name());
        }
    }
}
