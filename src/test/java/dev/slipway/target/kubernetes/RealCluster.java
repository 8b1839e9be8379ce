package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A cluster that somebody runs, such as kind or k3s; each test has a namespace of its own there. */
final class RealCluster extends TestCluster {

    private final String kubeconfig;
    private final KubernetesClient client;
    private final String namespace = "slipway-test-" + UUID.randomUUID();

    RealCluster(String file) {
        try {
            this.kubeconfig = Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build();
        client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
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
            case "crash" -> "docker.io/library/busybox:1.36";
            default -> "registry.invalid/web:" + behaviour;
        };
    }

    @Override
    int patience() {
        return 45;
    }

    @Override
    public void close() {
        client.namespaces().withName(namespace).delete();
        client.close();
    }
}
