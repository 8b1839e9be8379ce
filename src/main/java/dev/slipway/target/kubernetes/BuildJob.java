package dev.slipway.target.kubernetes;

import dev.slipway.target.BuildOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Job that builds an image and pushes it: BuildKit without root, client and daemon in one container
 * (github.com/moby/buildkit, examples/kubernetes/job.rootless.yaml). A pure function.
 *
 * @param image of BuildKit
 * @param timeout after which the cluster ends it, whoever has forgotten it
 */
record BuildJob(String image, Duration timeout) {

    /** By which its pod is found. */
    static final String LABEL = Labels.PREFIX + "build";

    static final String CONTAINER = "build";

    // Time enough to read the rest of a log after a restart of Slipway, and to look at it by hand.
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);
    private static final int USER = 1000;
    private static final String REGISTRY = "/slipway/registry";
    private static final String GIT = "/slipway/git";

    /** The name of the Job of an order. */
    static String name(String order) {
        return "slipway-build-" + order;
    }

    /** The Job. What people have written is in arguments only, which no shell reads. */
    Manifest of(BuildOrder order, String namespace) {
        var spec = BuildSpec.of(order.spec());
        return Manifest.of(Map.of(
                "apiVersion",
                "batch/v1",
                "kind",
                "Job",
                "metadata",
                Map.of("name", name(order.id()), "namespace", namespace, "labels", labels(order)),
                "spec",
                Map.of(
                        "backoffLimit",
                        0,
                        "activeDeadlineSeconds",
                        timeout.toSeconds(),
                        "ttlSecondsAfterFinished",
                        KEPT_FOR.toSeconds(),
                        "template",
                        Map.of("metadata", podMetadata(order), "spec", pod(order, spec)))));
    }

    private static Map<String, Object> labels(BuildOrder order) {
        return Map.of(
                LABEL,
                Labels.value(order.id()),
                Labels.PREFIX + "artifact",
                Labels.value(order.artifact()),
                Labels.PREFIX + "version",
                Labels.value(order.version()),
                "app.kubernetes.io/managed-by",
                "slipway");
    }

    private static Map<String, Object> podMetadata(BuildOrder order) {
        return Map.of(
                "labels",
                Map.of(LABEL, Labels.value(order.id())),
                // Older servers have no field for it, and newer ones read it, too. Without it nothing can be mounted.
                "annotations",
                Map.of("container.apparmor.security.beta.kubernetes.io/" + CONTAINER, "unconfined"));
    }

    private Map<String, Object> pod(BuildOrder order, BuildSpec spec) {
        var volumes = new ArrayList<Map<String, Object>>();
        var mounts = new ArrayList<Map<String, Object>>();
        volumes.add(Map.of("name", "work", "emptyDir", Map.of()));
        mounts.add(Map.of("name", "work", "mountPath", "/home/user/.local/share/buildkit"));
        if (spec.registrySecret() != null) {
            volumes.add(secret("registry", spec.registrySecret(), ".dockerconfigjson", "config.json"));
            mounts.add(Map.of("name", "registry", "mountPath", REGISTRY, "readOnly", true));
        }
        if (spec.gitSecret() != null) {
            volumes.add(secret("git", spec.gitSecret(), "token", "token"));
            mounts.add(Map.of("name", "git", "mountPath", GIT, "readOnly", true));
        }
        return Map.of(
                "restartPolicy",
                "Never",
                "automountServiceAccountToken",
                false,
                "enableServiceLinks",
                false,
                "securityContext",
                Map.of("fsGroup", USER),
                "containers",
                List.of(container(order, spec, mounts)),
                "volumes",
                volumes);
    }

    private static Map<String, Object> secret(String volume, String name, String key, String path) {
        var items = List.of(Map.of("key", key, "path", path));
        return Map.of("name", volume, "secret", Map.of("secretName", name, "items", items));
    }

    private Map<String, Object> container(BuildOrder order, BuildSpec spec, List<Map<String, Object>> mounts) {
        var container = new LinkedHashMap<String, Object>();
        container.put("name", CONTAINER);
        container.put("image", image);
        container.put("command", List.of("buildctl-daemonless.sh"));
        container.put("args", arguments(order, spec));
        container.put(
                "env",
                List.of(
                        // There is no privilege to mount another /proc.
                        Map.of("name", "BUILDKITD_FLAGS", "value", "--oci-worker-no-process-sandbox"),
                        Map.of("name", "DOCKER_CONFIG", "value", REGISTRY)));
        container.put(
                "securityContext",
                Map.of("runAsUser", USER, "runAsGroup", USER, "seccompProfile", Map.of("type", "Unconfined")));
        container.put("volumeMounts", mounts);
        return container;
    }

    private static List<String> arguments(BuildOrder order, BuildSpec spec) {
        var arguments = new ArrayList<>(List.of("build", "--progress=plain", "--frontend=dockerfile.v0"));
        arguments.add("--opt=context=" + spec.context());
        if (spec.git() == null && spec.directory() != null) {
            arguments.add("--opt=contextsubdir=" + spec.directory());
        }
        arguments.add("--opt=filename=" + spec.file());
        spec.argumentMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> arguments.add("--opt=build-arg:%s=%s".formatted(entry.getKey(), entry.getValue())));
        if (spec.gitSecret() != null) {
            arguments.add("--secret=id=GIT_AUTH_TOKEN,src=" + GIT + "/token");
        }
        arguments.add("--output=type=image,name=%s,push=true".formatted(tagged(order, spec)));
        return arguments;
    }

    /** The image with its tag. */
    static String tagged(BuildOrder order) {
        return tagged(order, BuildSpec.of(order.spec()));
    }

    private static String tagged(BuildOrder order, BuildSpec spec) {
        return spec.image() + ":" + order.version();
    }
}
