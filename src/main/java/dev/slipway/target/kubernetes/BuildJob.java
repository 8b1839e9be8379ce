package dev.slipway.target.kubernetes;

import dev.slipway.target.BuildOrder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    // BuildKit does not hear that it is to end, and would push what was cancelled.
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int USER = 1000;
    private static final String REGISTRY = "/slipway/registry";
    private static final String GIT = "/slipway/git";
    private static final String UPLOAD = "/slipway/upload";

    // The key of the token in its Secret.
    private static final String TOKEN = "token";

    /** The name of the Job of an order. */
    static String name(String order) {
        return "slipway-build-" + order;
    }

    /**
     * The Job. What people have written is in arguments only, which no shell reads.
     *
     * @param uploaded where it fetches what was uploaded, with the token of {@link #token}; null if nothing was
     */
    Manifest of(BuildOrder order, String namespace, @Nullable URI uploaded) {
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
                        Map.of("metadata", podMetadata(order), "spec", pod(order, spec, uploaded)))));
    }

    /**
     * The Secret with the token that fetches what was uploaded. It goes with the Job.
     *
     * @param job the id of the Job in the cluster; empty as long as there is none
     */
    static Manifest token(BuildOrder order, String namespace, String token, String job) {
        var metadata = new LinkedHashMap<String, Object>(
                Map.of("name", name(order.id()), "namespace", namespace, "labels", labels(order)));
        if (!job.isEmpty()) {
            var owner = Map.of("apiVersion", "batch/v1", "kind", "Job", "name", name(order.id()), "uid", job);
            metadata.put("ownerReferences", List.of(owner));
        }
        var content = Map.of(TOKEN, token);
        return Manifest.of(Map.of("apiVersion", "v1", "kind", "Secret", "metadata", metadata, "stringData", content));
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

    /** A key of a Secret, as a file of the container. */
    private record Mount(String name, String secret, String key, String path, String at) {

        Map<String, Object> volume() {
            var items = List.of(Map.of("key", key, "path", path));
            return Map.of("name", name, "secret", Map.of("secretName", secret, "items", items));
        }

        Map<String, Object> place() {
            return Map.of("name", name, "mountPath", at, "readOnly", true);
        }
    }

    private static List<Mount> secrets(BuildOrder order, BuildSpec spec, @Nullable URI uploaded) {
        var secrets = new ArrayList<Mount>();
        if (spec.registrySecret() != null) {
            secrets.add(new Mount("registry", spec.registrySecret(), ".dockerconfigjson", "config.json", REGISTRY));
        }
        if (spec.gitSecret() != null) {
            secrets.add(new Mount("git", spec.gitSecret(), TOKEN, TOKEN, GIT));
        }
        if (uploaded != null) {
            secrets.add(new Mount("upload", name(order.id()), TOKEN, TOKEN, UPLOAD));
        }
        return secrets;
    }

    private Map<String, Object> pod(BuildOrder order, BuildSpec spec, @Nullable URI uploaded) {
        var volumes = new ArrayList<Map<String, Object>>();
        var mounts = new ArrayList<Map<String, Object>>();
        volumes.add(Map.of("name", "work", "emptyDir", Map.of()));
        mounts.add(Map.of("name", "work", "mountPath", "/home/user/.local/share/buildkit"));
        secrets(order, spec, uploaded).forEach(secret -> {
            volumes.add(secret.volume());
            mounts.add(secret.place());
        });
        return Map.of(
                "restartPolicy",
                "Never",
                "terminationGracePeriodSeconds",
                GRACE.toSeconds(),
                "automountServiceAccountToken",
                false,
                "enableServiceLinks",
                false,
                "securityContext",
                Map.of("fsGroup", USER),
                "containers",
                List.of(container(arguments(order, spec, uploaded), mounts)),
                "volumes",
                volumes);
    }

    private Map<String, Object> container(List<String> arguments, List<Map<String, Object>> mounts) {
        var container = new LinkedHashMap<String, Object>();
        container.put("name", CONTAINER);
        container.put("image", image);
        container.put("command", List.of("buildctl-daemonless.sh"));
        container.put("args", arguments.stream().map(Literal::of).toList());
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

    private static List<String> arguments(BuildOrder order, BuildSpec spec, @Nullable URI uploaded) {
        var arguments = new ArrayList<>(List.of("build", "--progress=plain", "--frontend=dockerfile.v0"));
        arguments.add("--opt=context=" + spec.context(uploaded));
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
        if (uploaded != null) {
            arguments.add("--secret=id=%s,src=%s/token".formatted(secretOf(uploaded), UPLOAD));
        }
        arguments.add("--output=type=image,name=%s,push=true".formatted(tagged(order, spec)));
        return arguments;
    }

    /** A secret with this name is sent to this host only (github.com/moby/buildkit, source/http/source.go). */
    private static String secretOf(URI uploaded) {
        // Go has no brackets around addresses of IPv6.
        return "HTTP_AUTH_TOKEN_" + uploaded.getHost().replaceAll("[\\[\\]]", "");
    }

    /** The image with its tag. */
    static String tagged(BuildOrder order) {
        return tagged(order, BuildSpec.of(order.spec()));
    }

    private static String tagged(BuildOrder order, BuildSpec spec) {
        return spec.image() + ":" + order.version();
    }
}
