package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntryBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An API server in this JVM with a small controller, where there is no real cluster. */
final class FakeCluster extends TestCluster {

    static final String NAMESPACE = "shop";

    private final ApplyingDispatcher dispatcher = new ApplyingDispatcher();
    private final KubernetesMockServer server =
            new KubernetesMockServer(new Context(), new MockWebServer(), new HashMap<>(), dispatcher, true);
    private final KubernetesClient client;
    private final SmallController controller;
    private final SmallBuilder builder;
    private final SmallGateway gateway;

    FakeCluster() {
        server.init();
        client = server.createClient();
        client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(NAMESPACE)
                        .endMetadata()
                        .build())
                .create();
        controller = new SmallController(client);
        builder = new SmallBuilder(client, dispatcher.logs);
        gateway = new SmallGateway(client, NAMESPACE);
    }

    @Override
    String kubeconfig() {
        return """
            apiVersion: v1
            kind: Config
            current-context: test
            contexts: [{name: test, context: {cluster: test, user: test}}]
            clusters: [{name: test, cluster: {server: "https://localhost:%d", insecure-skip-tls-verify: true}}]
            users: [{name: test, user: {token: very-secret-token}}]
            """
                .formatted(server.getPort());
    }

    @Override
    KubernetesClient client() {
        return client;
    }

    @Override
    String namespace() {
        return NAMESPACE;
    }

    @Override
    String reference(String behaviour) {
        return "web:" + behaviour;
    }

    @Override
    void proceed() {
        controller.proceed();
    }

    @Override
    void proceedBuild() {
        builder.proceed();
    }

    @Override
    void scaleByHand(String deployment, int replicas) {
        var fields = new FieldsV1();
        fields.setAdditionalProperty("f:spec", Map.of("f:replicas", Map.of()));
        client.apps().deployments().inNamespace(NAMESPACE).withName(deployment).edit(found -> {
            found.getSpec().setReplicas(replicas);
            found.getMetadata().setAnnotations(Map.of("example.com/of-others", "stays"));
            found.getMetadata()
                    .getManagedFields()
                    .add(new ManagedFieldsEntryBuilder()
                            .withManager("kubectl-edit")
                            .withOperation("Update")
                            .withFieldsV1(fields)
                            .build());
            return found;
        });
    }

    SmallController controller() {
        return controller;
    }

    SmallBuilder builder() {
        return builder;
    }

    /** Lets a pod have written these lines. */
    void log(String pod, String text) {
        dispatcher.logs.put(pod, text);
    }

    /** Answers some requests otherwise, as a server in trouble would; empty: as usual. */
    void answer(Function<RecordedRequest, Optional<MockResponse>> trouble) {
        dispatcher.trouble = trouble;
    }

    /** Does what a request asks for, and answers as if it had not arrived. */
    MockResponse lose(RecordedRequest request) {
        return dispatcher.lose(request);
    }

    /** Lets somebody else manage a field of the objects with this end of the path, such as {@code deployments/web}. */
    void managedByOthers(String path, String field) {
        dispatcher.conflicts.put(path, field);
    }

    /** Forbids something, such as {@code delete deployments}. */
    void forbid(String... verbsAndResources) {
        dispatcher.forbidden = Set.of(verbsAndResources);
    }

    /** How often objects were applied. */
    int applications() {
        return dispatcher.applications.get();
    }

    @Override
    int patience() {
        return 1;
    }

    @Override
    public void close() {
        controller.close();
        builder.close();
        gateway.close();
        client.close();
        server.destroy();
    }
}
