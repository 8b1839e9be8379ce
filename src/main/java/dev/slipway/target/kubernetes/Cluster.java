package dev.slipway.target.kubernetes;

import static java.util.Objects.requireNonNull;

import dev.slipway.target.Connection;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One cluster as this node has it open: its client, what it knows, and what is watched there. */
final class Cluster implements AutoCloseable {

    /** Under which name Slipway manages fields. */
    static final String MANAGER = "slipway";

    private final Connection connection;
    private final KubernetesClient client;
    private final Kinds kinds;
    private final Watches watches;
    private final Watches builds;
    private final BuildLogs logs;
    private volatile Instant usedAt = Instant.MAX;

    /**
     * Takes the client over.
     *
     * @param news is told of each component, and of each build, of which something changes
     */
    Cluster(Connection connection, KubernetesClient client, WakeUps news) {
        this.connection = connection;
        this.client = client;
        this.kinds = new Kinds(client);
        this.watches = new Watches(client, kinds, Watches.Owner.COMPONENT, news::changed);
        this.builds = new Watches(client, kinds, Watches.Owner.BUILD, news::built);
        this.logs = new BuildLogs(news::built);
    }

    Cluster usedAt(Instant now) {
        usedAt = now;
        return this;
    }

    /** When somebody last asked for it. */
    Instant usedAt() {
        return usedAt;
    }

    int edition() {
        return connection.edition();
    }

    /** The name of the environment, for people. */
    String name() {
        return connection.name();
    }

    /** The namespace of the environment. */
    String namespace() {
        return connection.setting("namespace");
    }

    KubernetesClient client() {
        return client;
    }

    /** What is told about components. */
    Watches watches() {
        return watches;
    }

    /** What is told about builds. */
    Watches builds() {
        return builds;
    }

    /** The logs of builds that go on. */
    BuildLogs logs() {
        return logs;
    }

    /** Where an object is: in its own namespace, in that of the environment, or in none. */
    Manifest.Key placed(Manifest manifest) {
        var namespaced = kinds.of(manifest.apiVersion(), manifest.kind()).isNamespaceScoped();
        var namespace = manifest.namespace().isEmpty() ? namespace() : manifest.namespace();
        return new Manifest.Key(manifest.apiVersion(), manifest.kind(), namespaced ? namespace : "", manifest.name());
    }

    /** Whether the cluster has objects of a kind. */
    boolean knows(String apiVersion, String kind) {
        return kinds.find(apiVersion, kind).isPresent();
    }

    /** The object as it is now; null if it is not there. */
    @Nullable
    GenericKubernetesResource find(Manifest.Key key) {
        return operation(key).get();
    }

    /**
     * Applies an object from the server's side.
     *
     * @param force whether fields that others manage are taken from them
     */
    GenericKubernetesResource apply(Manifest.Key key, Map<String, Object> content, boolean force) {
        return patch(key, content, applying(force).build());
    }

    /** What an object would be if it were applied; nothing is changed. */
    GenericKubernetesResource tryOut(Manifest.Key key, Map<String, Object> content, boolean force) {
        return patch(key, content, applying(force).withDryRun(List.of("All")).build());
    }

    private static PatchContext.Builder applying(boolean force) {
        return new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(MANAGER)
                .withForce(force);
    }

    private GenericKubernetesResource patch(Manifest.Key key, Map<String, Object> content, PatchContext how) {
        var object = requireNonNull(
                client.getKubernetesSerialization().convertValue(content, GenericKubernetesResource.class));
        var metadata = requireNonNull(object.getMetadata());
        metadata.setNamespace(key.namespace().isEmpty() ? null : key.namespace());
        return operation(key).patch(how, object);
    }

    /** An object with all its fields as JSON has them. */
    @SuppressWarnings("unchecked") // objects of JSON have texts for keys
    Map<String, Object> content(GenericKubernetesResource object) {
        return client.getKubernetesSerialization().convertValue(object, Map.class);
    }

    /** Deletes an object with all that it made; does nothing where it is not there. */
    void delete(Manifest.Key key) {
        operation(key).withPropagationPolicy(DeletionPropagation.BACKGROUND).delete();
    }

    /** The pods of a component in a namespace, as the watch tells them where there is one. */
    List<GenericKubernetesResource> pods(String namespace, String component) {
        var watch = watches.of("v1", "Pod", namespace);
        return watch.isUpToDate()
                ? watch.of(component)
                : podsWith(namespace, Labels.COMPONENT_ID, component, Canary.name(component));
    }

    /** The pods with a label in a namespace that has one of these values, as the API server tells them. */
    List<GenericKubernetesResource> podsWith(String namespace, String label, String... values) {
        return client.genericKubernetesResources(kinds.of("v1", "Pod"))
                .inNamespace(namespace)
                .withLabelIn(label, values)
                .list()
                .getItems();
    }

    private Resource<GenericKubernetesResource> operation(Manifest.Key key) {
        var all = client.genericKubernetesResources(kinds.of(key.apiVersion(), key.kind()));
        return key.namespace().isEmpty()
                ? all.withName(key.name())
                : all.inNamespace(key.namespace()).withName(key.name());
    }

    @Override
    public void close() {
        watches.close();
        builds.close();
        logs.close();
        client.close();
    }
}
