package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Plays the controller of Deployments, by the tag of the image: {@code ready} is ready at once, {@code slow} when the test
 * says so, {@code crash} ends again and again, {@code pull} has no image, {@code quota} gets no pods. What has a digest was
 * built, and is ready.
 */
final class SmallController implements ResourceEventHandler<Deployment>, AutoCloseable {

    private final KubernetesClient client;
    private final SharedIndexInformer<Deployment> informer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Set<String> slow = ConcurrentHashMap.newKeySet();
    private final Map<String, String> seen = new ConcurrentHashMap<>();

    SmallController(KubernetesClient client) {
        this.client = client;
        this.informer =
                client.apps().deployments().inNamespace(FakeCluster.NAMESPACE).inform(this);
    }

    /** Lets what is slow become ready. */
    void proceed() {
        Set.copyOf(slow).forEach(name -> thread.execute(() -> status(name, true)));
        slow.clear();
    }

    /** How many Deployments wait for {@link #proceed}. */
    int waiting() {
        return slow.size();
    }

    @Override
    public void onAdd(Deployment deployment) {
        thread.execute(() -> reconcile(deployment));
    }

    @Override
    public void onUpdate(Deployment before, Deployment deployment) {
        thread.execute(() -> reconcile(deployment));
    }

    @Override
    public void onDelete(Deployment deployment, boolean unknown) {
        var name = deployment.getMetadata().getName();
        seen.remove(name);
        thread.execute(() -> pods().withLabel("controller", name).delete());
    }

    private NonNamespaceOperation<Pod, PodList, PodResource> pods() {
        return client.pods().inNamespace(FakeCluster.NAMESPACE);
    }

    private void reconcile(Deployment deployment) {
        var name = deployment.getMetadata().getName();
        var image = image(deployment);
        var state = image + " " + deployment.getMetadata().getGeneration();
        if (state.equals(seen.put(name, state))) {
            return;
        }
        var behaviour = image.contains("@")
                ? "ready"
                : image.substring(image.lastIndexOf(':') + 1).replaceFirst("-.*", "");
        pods().withLabel("controller", name).delete();
        if (!behaviour.equals("quota")) {
            pods().resource(pod(deployment, behaviour)).create();
        }
        if (behaviour.equals("slow")) {
            slow.add(name);
        }
        status(name, behaviour.equals("ready"));
    }

    private static String image(Deployment deployment) {
        return deployment
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getImage();
    }

    private void status(String name, boolean ready) {
        client.apps()
                .deployments()
                .inNamespace(FakeCluster.NAMESPACE)
                .withName(name)
                .editStatus(found -> {
                    var wanted = found.getSpec().getReplicas();
                    var status = new DeploymentStatusBuilder()
                            .withObservedGeneration(found.getMetadata().getGeneration())
                            .withReplicas(wanted)
                            .withUpdatedReplicas(wanted)
                            .withAvailableReplicas(ready ? wanted : 0);
                    if (image(found).contains(":quota")) {
                        status.withReplicas(0)
                                .withUpdatedReplicas(0)
                                .addNewCondition()
                                .withType("ReplicaFailure")
                                .withStatus("True")
                                .withReason("FailedCreate")
                                .withMessage("pods is forbidden: exceeded quota: small")
                                .endCondition();
                    }
                    found.setStatus(status.build());
                    return found;
                });
    }

    private static Pod pod(Deployment deployment, String behaviour) {
        var name = deployment.getMetadata().getName();
        var pod = new PodBuilder()
                .withNewMetadata()
                .withName(name + "-1")
                .withLabels(deployment.getSpec().getTemplate().getMetadata().getLabels())
                .addToLabels("controller", name)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage(image(deployment))
                .endContainer()
                .addNewContainer()
                .withName("sidecar")
                .withImage("proxy")
                .endContainer()
                .endSpec()
                .withNewStatus()
                .withPhase("Running");
        if (behaviour.equals("crash")) {
            pod.addToContainerStatuses(waiting(deployment, "CrashLoopBackOff", "back-off 40s", 3));
        } else if (behaviour.equals("pull")) {
            pod.addToContainerStatuses(waiting(deployment, "ImagePullBackOff", "manifest unknown", 0));
        }
        return pod.endStatus().build();
    }

    private static ContainerStatus waiting(Deployment deployment, String reason, String message, int restarts) {
        return new ContainerStatusBuilder()
                .withName("main")
                .withImage(image(deployment))
                .withReady(false)
                .withRestartCount(restarts)
                .withNewState()
                .withNewWaiting(message, reason)
                .endState()
                .build();
    }

    @Override
    public void close() {
        informer.close();
        thread.shutdownNow();
    }
}
