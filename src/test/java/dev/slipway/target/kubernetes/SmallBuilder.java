package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.ContainerStatusBuilder;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobStatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Plays BuildKit and the controller of Jobs, by the last word of the repository that is pushed to: {@code ready} pushes at
 * once, {@code slow} when the test says so, {@code broken} fails, {@code pull} has no image to build with. A pod without its Secrets waits for them.
 */
final class SmallBuilder implements ResourceEventHandler<Job>, AutoCloseable {

    static final String DIGEST = "sha256:" + "5".repeat(64);

    private static final String BEGINNING = "#1 [internal] load git source\n#1 DONE 0.1s\n";

    private final KubernetesClient client;
    private final Map<String, String> logs;

    /** What was fetched with the token that a Job has. */
    private final BlockingQueue<Response> fetched = new LinkedBlockingQueue<>();

    private final SharedIndexInformer<Job> informer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    /** Puts logs where the API server takes them from, by the name of the pod. */
    SmallBuilder(KubernetesClient client, Map<String, String> logs) {
        this.client = client;
        this.logs = logs;
        this.informer = client.batch()
                .v1()
                .jobs()
                .inNamespace(FakeCluster.NAMESPACE)
                .withLabel(BuildJob.LABEL)
                .inform(this);
    }

    /** What the next build that was uploaded has fetched. */
    Response fetched() {
        try {
            return Objects.requireNonNull(fetched.poll(20, TimeUnit.SECONDS), "No build has fetched anything");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fetches what was uploaded as BuildKit does; whatever its address is, there is one Slipway only. */
    private void fetch(Job job) {
        var container = job.getSpec().getTemplate().getSpec().getContainers().get(0);
        var context = container.getArgs().stream()
                .filter(argument -> argument.startsWith("--opt=context=http://slipway.test:8080/"))
                .findFirst();
        context.ifPresent(argument -> {
            var secret = client.secrets()
                    .inNamespace(FakeCluster.NAMESPACE)
                    .withName(job.getMetadata().getName())
                    .require();
            fetched.add(RestAssured.given()
                    .header("Authorization", "Bearer " + secret.getStringData().get("token"))
                    .get(argument.replaceFirst(".*:8080", "")));
        });
    }

    /** Lets what is slow come to its end. */
    void proceed() {
        informer.getStore().list().forEach(job -> thread.execute(() -> push(job)));
    }

    @Override
    public void onAdd(Job job) {
        thread.execute(() -> begin(job));
    }

    @Override
    public void onUpdate(Job before, Job after) {
        // Only Slipway and this builder change one.
    }

    @Override
    public void onDelete(Job job, boolean unknown) {
        thread.execute(() -> client.pods()
                .inNamespace(FakeCluster.NAMESPACE)
                .withName(pod(job))
                .delete());
    }

    private void begin(Job job) {
        var missing = missingSecret(job);
        if (missing.isPresent()) {
            wait(job, missing.get());
            return;
        }
        var image = pushed(job);
        var behaviour = image.replaceFirst(":[^:]*$", "").replaceFirst(".*/", "");
        var state = new ContainerStateBuilder();
        if (behaviour.equals("pull")) {
            state.withNewWaiting("manifest unknown", "ImagePullBackOff");
        } else {
            // It is still writing the last line.
            logs.put(pod(job), BEGINNING + "#2 pushing");
            state.withNewRunning().endRunning();
        }
        client.pods().resource(pod(job, state)).create();
        fetch(job);
        switch (behaviour) {
            case "ready" -> push(job);
            case "broken" -> end(job, BEGINNING + "#2 ERROR: gcc: no input files\n", 1, "Failed");
            default -> {}
        }
    }

    /** What a pod needs to be started, and nobody has made. */
    private Optional<String> missingSecret(Job job) {
        var secrets = client.secrets().inNamespace(FakeCluster.NAMESPACE);
        return job.getSpec().getTemplate().getSpec().getVolumes().stream()
                .map(Volume::getSecret)
                .filter(Objects::nonNull)
                .map(SecretVolumeSource::getSecretName)
                .filter(name -> secrets.withName(name).get() == null)
                .findFirst();
    }

    private void wait(Job job, String secret) {
        var state = new ContainerStateBuilder().withNewWaiting(null, "ContainerCreating");
        client.pods().resource(pod(job, state)).create();
        client.v1()
                .events()
                .inNamespace(FakeCluster.NAMESPACE)
                .resource(new EventBuilder()
                        .withNewMetadata()
                        .withName(pod(job) + ".1")
                        .endMetadata()
                        .withType("Warning")
                        .withReason("FailedMount")
                        .withMessage("MountVolume.SetUp failed for volume \"registry\" : secret \"%s\" not found"
                                .formatted(secret))
                        .withNewInvolvedObject()
                        .withKind("Pod")
                        .withName(pod(job))
                        .endInvolvedObject()
                        .build())
                .create();
    }

    private void push(Job job) {
        var line = "#2 pushing manifest for %s@%s 0.2s done\n".formatted(pushed(job), DIGEST);
        end(job, BEGINNING + line + "#2 DONE 0.4s\n", 0, "Complete");
    }

    private void end(Job job, String log, int exitCode, String condition) {
        logs.put(pod(job), log);
        var state = new ContainerStateBuilder()
                .withNewTerminated()
                .withExitCode(exitCode)
                .endTerminated();
        client.pods().resource(pod(job, state)).update();
        client.batch()
                .v1()
                .jobs()
                .inNamespace(FakeCluster.NAMESPACE)
                .withName(job.getMetadata().getName())
                .editStatus(found -> {
                    found.setStatus(new JobStatusBuilder()
                            .addNewCondition()
                            .withType(condition)
                            .withStatus("True")
                            .withReason("BackoffLimitExceeded")
                            .endCondition()
                            .build());
                    return found;
                });
    }

    private static Pod pod(Job job, ContainerStateBuilder state) {
        var status = new ContainerStatusBuilder()
                .withName(BuildJob.CONTAINER)
                .withImage("moby/buildkit")
                .withRestartCount(0)
                .withState(state.build())
                .build();
        return new PodBuilder()
                .withNewMetadata()
                .withName(pod(job))
                .withNamespace(FakeCluster.NAMESPACE)
                .withLabels(job.getSpec().getTemplate().getMetadata().getLabels())
                .endMetadata()
                .withSpec(job.getSpec().getTemplate().getSpec())
                .withNewStatus()
                .withContainerStatuses(status)
                .endStatus()
                .build();
    }

    private static String pod(Job job) {
        return job.getMetadata().getName() + "-x";
    }

    private static String pushed(Job job) {
        return job.getSpec().getTemplate().getSpec().getContainers().get(0).getArgs().stream()
                .filter(argument -> argument.startsWith("--output="))
                .map(argument -> argument.replaceFirst(".*name=", "").replaceFirst(",push=true$", ""))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        informer.close();
        thread.shutdownNow();
    }
}
