package dev.slipway.target.kubernetes;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A cluster that somebody runs, such as kind or k3s; each test has a namespace of its own there, and Slipway no more rights in
 * it than its documentation asks for.
 */
final class RealCluster extends TestCluster {

    private static final String BUSYBOX = "docker.io/library/busybox:1.36";

    private final KubernetesClient client;
    private final String namespace = "slipway-test-" + UUID.randomUUID();
    private final String kubeconfig;
    private final SmallGateway gateway;

    RealCluster(String file) {
        this.client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(read(file)))
                .build();
        client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        this.kubeconfig = DocumentedRole.kubeconfig(client, namespace);
        // Nobody need have a gateway; whoever has one says the same.
        this.gateway = new SmallGateway(client, namespace);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    String kubeconfig() {
        return kubeconfig;
    }

    @Override
    KubernetesClient client() {
        return client;
    }

    @Override
    String namespace() {
        return namespace;
    }

    @Override
    String reference(String behaviour) {
        return switch (behaviour) {
            case "ready" -> "registry.k8s.io/pause:3.9";
            case "ready-2" -> "registry.k8s.io/pause:3.10";
            // Ends at once: it is given nothing to do.
            case "crash" -> BUSYBOX;
            default -> "registry.invalid/web:" + behaviour;
        };
    }

    @Override
    Map<String, Object> image(String behaviour) {
        return switch (behaviour) {
            case "slow" ->
                Map.of(
                        "image",
                        BUSYBOX,
                        "replicas",
                        2,
                        "command",
                        List.of("sh", "-c", "mkdir -p /tmp/www && httpd -f -p 8080 -h /tmp/www"),
                        "ports",
                        List.of("8080"),
                        "readiness",
                        Map.of("path", "/ready", "periodSeconds", 1));
            case "quota" -> {
                allowNoPods();
                yield super.image("ready");
            }
            default -> super.image(behaviour);
        };
    }

    private void allowNoPods() {
        client.resourceQuotas()
                .inNamespace(namespace)
                .resource(new ResourceQuotaBuilder()
                        .withNewMetadata()
                        .withName("small")
                        .endMetadata()
                        .withNewSpec()
                        .addToHard("pods", new Quantity("0"))
                        .endSpec()
                        .build())
                .create();
    }

    @Override
    void proceed() {
        var pods = client.pods().inNamespace(namespace).withLabel(Labels.COMPONENT_ID);
        await().atMost(Duration.ofMinutes(1)).until(() -> pods.list().getItems().stream()
                .allMatch(pod -> "Running".equals(pod.getStatus().getPhase())));
        pods.list().getItems().forEach(pod -> exec(pod, "echo yes > /tmp/www/ready"));
    }

    @Override
    void proceedBuild() {
        client.pods()
                .inNamespace(namespace)
                .withLabel(BuildJob.LABEL)
                .list()
                .getItems()
                .forEach(pod -> exec(pod, "echo yes > /tmp/proceed"));
    }

    private void exec(Pod pod, String command) {
        try (var running = client.pods()
                .inNamespace(namespace)
                .withName(pod.getMetadata().getName())
                .writingOutput(OutputStream.nullOutputStream())
                .exec("sh", "-c", command)) {
            running.exitCode().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(command, e);
        }
    }

    @Override
    void scaleByHand(String deployment, int replicas) {
        var how = new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager("kubectl-edit")
                .build();
        client.apps()
                .deployments()
                .inNamespace(namespace)
                .withName(deployment)
                .patch(
                        how,
                        "{\"metadata\":{\"annotations\":{\"example.com/of-others\":\"stays\"}},\"spec\":{\"replicas\":%d}}"
                                .formatted(replicas));
    }

    @Override
    int patience() {
        return 45;
    }

    @Override
    public void close() {
        gateway.close();
        client.namespaces().withName(namespace).delete();
        client.close();
    }
}
