package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A cluster that releases of a test go to: one in this JVM, or a real one. */
abstract class TestCluster implements AutoCloseable {

    /** The kubeconfig of a real cluster to test against. */
    private static final String SETTING = "slipway.test.kubeconfig";

    /** The real cluster that {@code -Dslipway.test.kubeconfig=FILE} names, else one in this JVM. */
    static TestCluster open() {
        var file = System.getProperty(SETTING, "");
        return file.isEmpty() ? new FakeCluster() : new RealCluster(file);
    }

    /** Credentials, as an administrator would paste them. */
    abstract String kubeconfig();

    abstract KubernetesClient client();

    /** Where releases go; there is nothing else in it. */
    abstract String namespace();

    /** An image that does this: {@code ready}, {@code crash}, {@code pull}. */
    abstract String reference(String behaviour);

    /** What a task says to run such an image. */
    Map<String, Object> image(String behaviour) {
        return Map.of("image", reference(behaviour), "replicas", 2);
    }

    /** Lets what {@link #image} calls {@code slow} become ready. */
    abstract void proceed();

    /** Lets builds come to their end that are {@code slow}. */
    abstract void proceedBuild();

    /** Somebody else scales a Deployment, and says so to the API server. */
    abstract void scaleByHand(String deployment, int replicas);

    /** How many seconds it takes at the most to see that something does not become ready. */
    abstract int patience();

    /** The names of the objects of a kind in the namespace, such as {@code ConfigMap} of {@code v1}, but for those of the cluster. */
    List<String> names(String apiVersion, String kind) {
        return client().genericKubernetesResources(apiVersion, kind).inNamespace(namespace()).list().getItems().stream()
                .filter(object -> object.getMetadata().getDeletionTimestamp() == null)
                .map(object -> object.getMetadata().getName())
                .filter(name -> !name.equals("kube-root-ca.crt"))
                .sorted()
                .toList();
    }

    /** What a Secret has under a key; the API server of tests does not encode what it is given as text. */
    String text(Secret secret, String key) {
        return secret.getStringData() != null && secret.getStringData().containsKey(key)
                ? String.valueOf(secret.getStringData().get(key))
                : new String(
                        Base64.getDecoder()
                                .decode(String.valueOf(secret.getData().get(key))),
                        StandardCharsets.UTF_8);
    }

    GenericKubernetesResource object(String apiVersion, String kind, String name) {
        return client().genericKubernetesResources(apiVersion, kind)
                .inNamespace(namespace())
                .withName(name)
                .require();
    }

    @Override
    public abstract void close();
}
