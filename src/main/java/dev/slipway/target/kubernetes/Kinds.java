package dev.slipway.target.kubernetes;

import dev.slipway.target.TargetProblem;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds of object that a cluster knows, as it tells them itself. */
final class Kinds {

    private final KubernetesClient client;
    private final Map<String, ResourceDefinitionContext> known = new ConcurrentHashMap<>();

    Kinds(KubernetesClient client) {
        this.client = client;
    }

    /** @throws TargetProblem if the cluster has no such kind */
    ResourceDefinitionContext of(String apiVersion, String kind) {
        return find(apiVersion, kind)
                .orElseThrow(() -> new TargetProblem(
                        "The cluster has no kind %s in %s. Is its definition missing, or is the API version an old one?"
                                .formatted(kind, apiVersion)));
    }

    /** Empty if the cluster has no such kind. */
    Optional<ResourceDefinitionContext> find(String apiVersion, String kind) {
        return Optional.ofNullable(known.get(apiVersion + " " + kind)).or(() -> ask(apiVersion, kind));
    }

    private Optional<ResourceDefinitionContext> ask(String apiVersion, String kind) {
        return Optional.ofNullable(client.getApiResources(apiVersion))
                .flatMap(list -> list.getResources().stream()
                        .filter(found ->
                                found.getKind().equals(kind) && !found.getName().contains("/"))
                        .findFirst())
                .map(resource -> remember(apiVersion, kind, resource));
    }

    private ResourceDefinitionContext remember(String apiVersion, String kind, APIResource resource) {
        var slash = apiVersion.indexOf('/');
        var context = new ResourceDefinitionContext.Builder()
                .withGroup(slash < 0 ? "" : apiVersion.substring(0, slash))
                .withVersion(apiVersion.substring(slash + 1))
                .withKind(kind)
                .withPlural(resource.getName())
                .withNamespaced(resource.getNamespaced())
                .build();
        known.put(apiVersion + " " + kind, context);
        return context;
    }
}
