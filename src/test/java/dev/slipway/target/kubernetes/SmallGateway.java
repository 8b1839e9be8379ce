package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plays a gateway that takes every HTTPRoute, and says so where real ones do: in the status, which is a subresource. */
final class SmallGateway implements ResourceEventHandler<GenericKubernetesResource>, AutoCloseable {

    private static final ResourceDefinitionContext ROUTES = new ResourceDefinitionContext.Builder()
            .withGroup("gateway.networking.k8s.io")
            .withVersion("v1")
            .withKind("HTTPRoute")
            .withPlural("httproutes")
            .withNamespaced(true)
            .build();

    private static final Manifest.Key KEY = new Manifest.Key(Route.API, Route.KIND, "", "");

    private final KubernetesClient client;
    private final String namespace;
    private final SharedIndexInformer<GenericKubernetesResource> informer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    SmallGateway(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
        this.informer =
                client.genericKubernetesResources(ROUTES).inNamespace(namespace).inform(this);
    }

    @Override
    public void onAdd(GenericKubernetesResource route) {
        thread.execute(() -> take(route));
    }

    @Override
    public void onUpdate(GenericKubernetesResource before, GenericKubernetesResource route) {
        thread.execute(() -> take(route));
    }

    @Override
    public void onDelete(GenericKubernetesResource route, boolean unknown) {
        // It sends nothing anywhere.
    }

    private void take(GenericKubernetesResource route) {
        if (Rollout.of(KEY, generation(route), route.getAdditionalProperties()).state() == Rollout.State.DONE) {
            return;
        }
        client.genericKubernetesResources(ROUTES)
                .inNamespace(namespace)
                .withName(route.getMetadata().getName())
                .editStatus(found -> {
                    found.setAdditionalProperty("status", status(found));
                    return found;
                });
    }

    private static Map<String, Object> status(GenericKubernetesResource route) {
        var parents = Values.maps(Values.at(route.getAdditionalProperties(), "spec", "parentRefs"));
        var conditions = List.of(condition("Accepted", route), condition("ResolvedRefs", route));
        return Map.of(
                "parents",
                parents.stream()
                        .map(parent -> Map.of(
                                "parentRef",
                                parent,
                                "controllerName",
                                "example.com/small-gateway",
                                "conditions",
                                conditions))
                        .toList());
    }

    private static Map<String, Object> condition(String type, GenericKubernetesResource route) {
        return Map.of(
                "type",
                type,
                "status",
                "True",
                "reason",
                type,
                "message",
                "",
                "lastTransitionTime",
                "2026-01-01T00:00:00Z",
                "observedGeneration",
                generation(route));
    }

    private static long generation(GenericKubernetesResource route) {
        return Objects.requireNonNullElse(route.getMetadata().getGeneration(), 0L);
    }

    @Override
    public void close() {
        informer.close();
        thread.shutdownNow();
    }
}
