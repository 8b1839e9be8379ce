package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plays a gateway that takes every HTTPRoute. */
final class SmallGateway implements ResourceEventHandler<GenericKubernetesResource>, AutoCloseable {

    private static final ResourceDefinitionContext ROUTES = new ResourceDefinitionContext.Builder()
            .withGroup("gateway.networking.k8s.io")
            .withVersion("v1")
            .withKind("HTTPRoute")
            .withPlural("httproutes")
            .withNamespaced(true)
            .build();

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
        if (route.getAdditionalProperties().get("status") != null) {
            return;
        }
        var conditions =
                List.of(Map.of("type", "Accepted", "status", "True"), Map.of("type", "ResolvedRefs", "status", "True"));
        client.genericKubernetesResources(ROUTES)
                .inNamespace(namespace)
                .withName(route.getMetadata().getName())
                .edit(found -> {
                    found.setAdditionalProperty("status", Map.of("parents", List.of(Map.of("conditions", conditions))));
                    return found;
                });
    }

    @Override
    public void close() {
        informer.close();
        thread.shutdownNow();
    }
}
