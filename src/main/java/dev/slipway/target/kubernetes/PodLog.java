package dev.slipway.target.kubernetes;

import dev.slipway.target.Inspectable.Log;
import dev.slipway.target.Inspectable.Wanted;
import dev.slipway.target.TargetProblem;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The logs of the containers of a pod. */
record PodLog(Cluster cluster, GenericKubernetesResource pod) {

    private static final int LINES = 500;

    /** @throws TargetProblem if there is no such container */
    Log read(Wanted wanted) {
        var containers = containers();
        var container = wanted.part().isEmpty() && !containers.isEmpty() ? containers.get(0) : wanted.part();
        if (!containers.contains(container)) {
            throw new TargetProblem(
                    "Pod %s has no container %s.".formatted(pod.getMetadata().getName(), container));
        }
        return lines(text(container, wanted), wanted.after(), container, containers);
    }

    /** Those that do the work first, then those that prepared it. */
    private List<String> containers() {
        var names = new ArrayList<String>();
        for (var kind : List.of("containers", "initContainers")) {
            Values.maps(Values.at(Looking.content(pod), "spec", kind))
                    .forEach(container -> names.add(Values.text(container.get("name"))));
        }
        return names;
    }

    private @Nullable String text(String container, Wanted wanted) {
        var log = cluster.client()
                .pods()
                .inNamespace(pod.getMetadata().getNamespace())
                .withName(pod.getMetadata().getName())
                .inContainer(container)
                .usingTimestamps();
        if (wanted.previous()) {
            return log.terminated().tailingLines(LINES).getLog();
        }
        // The server cuts off what is less than a second, so it may tell some lines once more.
        return wanted.after() == null
                ? log.tailingLines(LINES).getLog()
                : log.sinceTime(wanted.after().toString()).tailingLines(LINES).getLog();
    }

    /** Takes the time off the lines, and leaves out those that are not new. A pure function. */
    static Log lines(@Nullable String text, @Nullable Instant after, String container, List<String> containers) {
        var lines = new ArrayList<String>();
        Instant last = null;
        for (var line : Objects.requireNonNullElse(text, "").lines().toList()) {
            var space = line.indexOf(' ');
            var time = time(space < 0 ? line : line.substring(0, space));
            if (time == null) {
                lines.add(line);
            } else if (after == null || time.isAfter(after)) {
                lines.add(space < 0 ? "" : line.substring(space + 1));
            }
            last = time == null ? last : time;
        }
        return new Log(container, containers, lines, last == null ? after : last);
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null; // A message of the kubelet itself, such as that the file was rotated away.
        }
    }
}
