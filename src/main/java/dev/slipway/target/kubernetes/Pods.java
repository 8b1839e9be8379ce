package dev.slipway.target.kubernetes;

import dev.slipway.target.ComponentRef;
import dev.slipway.target.Inspectable.Instance;
import dev.slipway.target.Inspectable.Log;
import dev.slipway.target.Inspectable.Wanted;
import dev.slipway.target.TargetProblem;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pods of components, as people look at them. */
@ApplicationScoped
class Pods {

    private final Ledger ledger;

    Pods(Ledger ledger) {
        this.ledger = ledger;
    }

    List<Instance> of(Cluster cluster, ComponentRef component) {
        return Trouble.asking(cluster.name(), () -> all(cluster, component)
                .map(Pods::instance)
                .sorted(Comparator.comparing(Instance::name))
                .toList());
    }

    private Stream<GenericKubernetesResource> all(Cluster cluster, ComponentRef component) {
        return ledger.items(component.id()).keySet().stream()
                .map(Manifest.Key::namespace)
                .filter(namespace -> !namespace.isEmpty())
                .distinct()
                .flatMap(namespace -> cluster.pods(namespace, component.id().toString()).stream());
    }

    private static Instance instance(GenericKubernetesResource pod) {
        var name = pod.getMetadata().getName();
        var content = Looking.content(pod);
        var status = Values.map(content.get("status"));
        var ready = Rollout.condition(status, "Ready")
                .filter(condition -> "True".equals(condition.get("status")))
                .isPresent();
        var ending = pod.getMetadata().getDeletionTimestamp() != null;
        var state =
                ending ? "Ends" : Hang.of(name, content).map(Hang::sentence).orElse(Values.text(status.get("phase")));
        return new Instance(name, state, ready && !ending, restarts(status), time(pod));
    }

    private static int restarts(Map<String, Object> status) {
        return Values.maps(status.get("containerStatuses")).stream()
                .mapToInt(container -> (int) Values.number(container.get("restartCount"), 0))
                .sum();
    }

    private static @Nullable Instant time(GenericKubernetesResource pod) {
        var created = pod.getMetadata().getCreationTimestamp();
        try {
            return created == null ? null : Instant.parse(created);
        } catch (DateTimeException e) {
            return null;
        }
    }

    Log log(Cluster cluster, ComponentRef component, Wanted wanted) {
        return Trouble.asking(cluster.name(), () -> all(cluster, component)
                .filter(found -> found.getMetadata().getName().equals(wanted.instance()))
                .findFirst()
                .map(pod -> new PodLog(cluster, pod).read(wanted))
                .orElseThrow(() -> new TargetProblem(
                        "%s has no pod %s any more.".formatted(component.name(), wanted.instance()))));
    }
}
