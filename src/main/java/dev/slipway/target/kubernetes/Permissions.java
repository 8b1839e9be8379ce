package dev.slipway.target.kubernetes;

import dev.slipway.target.Connectable.Finding;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;

/** Asks a cluster what Slipway may do there; src/docs/kubernetes.md has the same as a Role. */
final class Permissions {

    private static final List<String> LOOK = List.of("get", "list", "watch");
    private static final List<String> CHANGE = List.of("get", "create", "patch", "delete");
    private static final List<String> ALL = List.of("get", "list", "watch", "create", "patch", "delete");

    // What is waited for is watched; the rest, secrets above all, is only looked up by its name.
    private static final List<Right> NEEDED = List.of(
            new Right("apps", "deployments", "", ALL),
            new Right("apps", "statefulsets", "", ALL),
            new Right("apps", "daemonsets", "", ALL),
            new Right("batch", "jobs", "", ALL),
            new Right("", "services", "", CHANGE),
            new Right("", "configmaps", "", CHANGE),
            new Right("", "secrets", "", CHANGE),
            new Right("", "pods", "", LOOK),
            new Right("", "pods", "log", List.of("get")),
            new Right("", "events", "", List.of("list")));

    private static final Right ROUTES = new Right("gateway.networking.k8s.io", "httproutes", "", ALL);

    private Permissions() {}

    private record Right(String group, String resource, String subresource, List<String> verbs) {

        String title() {
            var name = subresource.isEmpty() ? resource : resource + "/" + subresource;
            return group.isEmpty() ? name : name + "." + group;
        }
    }

    /** What the cluster is, whether the namespace is there, and what is missing. */
    static List<Finding> check(KubernetesClient client, String namespace) {
        var findings = new ArrayList<Finding>();
        var version = client.getKubernetesVersion();
        findings.add(new Finding(
                true, "Kubernetes %s answers at %s.".formatted(version.getGitVersion(), client.getMasterUrl())));
        findings.add(namespace(client, namespace));
        NEEDED.forEach(right -> findings.add(check(client, namespace, right)));
        if (new Kinds(client).find(Route.API, Route.KIND).isPresent()) {
            findings.add(check(client, namespace, ROUTES));
        } else {
            findings.add(new Finding(true, "There is no Gateway API, so no canary and no gateway."));
        }
        return findings;
    }

    private static Finding namespace(KubernetesClient client, String name) {
        try {
            return client.namespaces().withName(name).get() == null
                    ? new Finding(false, "There is no namespace %s.".formatted(name))
                    : new Finding(true, "The namespace %s is there.".formatted(name));
        } catch (KubernetesClientException e) {
            if (e.getCode() == 403) {
                return new Finding(
                        true,
                        "Whether the namespace %s is there is not known: it may not be asked for.".formatted(name));
            }
            throw e;
        }
    }

    private static Finding check(KubernetesClient client, String namespace, Right right) {
        var missing = right.verbs().stream()
                .filter(verb -> !isAllowed(client, namespace, right, verb))
                .toList();
        return missing.isEmpty()
                ? new Finding(true, "May %s %s.".formatted(String.join(", ", right.verbs()), right.title()))
                : new Finding(
                        false, "May not %s %s in %s.".formatted(String.join(", ", missing), right.title(), namespace));
    }

    private static boolean isAllowed(KubernetesClient client, String namespace, Right right, String verb) {
        var review = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withNamespace(namespace)
                .withGroup(right.group())
                .withResource(right.resource())
                .withSubresource(right.subresource())
                .withVerb(verb)
                .endResourceAttributes()
                .endSpec()
                .build();
        var answer = client.authorization().v1().selfSubjectAccessReview().create(review);
        return answer.getStatus() != null
                && Boolean.TRUE.equals(answer.getStatus().getAllowed());
    }
}
