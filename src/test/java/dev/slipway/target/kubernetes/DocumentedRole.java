package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The account that an administrator makes for Slipway by its documentation, in a cluster that checks what it may do. */
final class DocumentedRole {

    private static final Pattern RULES = Pattern.compile("(?ms)^- apiGroups: .*?^```");
    private static final String NAME = "slipway";

    private DocumentedRole() {}

    /** Makes the account with the rights that {@code src/docs/kubernetes.md} asks for, and says how it signs in. */
    static String kubeconfig(KubernetesClient admin, String namespace) {
        admin.serviceAccounts()
                .inNamespace(namespace)
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .endMetadata()
                        .build())
                .create();
        grant(admin, namespace);
        return signingInWith(admin, token(admin, namespace));
    }

    private static void grant(KubernetesClient admin, String namespace) {
        admin.rbac()
                .roles()
                .inNamespace(namespace)
                .resource(new RoleBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .endMetadata()
                        .withRules(rules())
                        .build())
                .create();
        admin.rbac()
                .roleBindings()
                .inNamespace(namespace)
                .resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .endMetadata()
                        .addNewSubject("", "ServiceAccount", NAME, namespace)
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", NAME)
                        .build())
                .create();
    }

    private static List<PolicyRule> rules() {
        try {
            return RULES.matcher(Files.readString(Path.of("src/docs/kubernetes.md")))
                    .results()
                    .map(found -> found.group().replace("```", ""))
                    .flatMap(yaml ->
                            Arrays.stream(Objects.requireNonNull(Serialization.unmarshal(yaml, PolicyRule[].class))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token(KubernetesClient admin, String namespace) {
        return admin.serviceAccounts()
                .inNamespace(namespace)
                .withName(NAME)
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withExpirationSeconds(3600L)
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
    }

    private static String signingInWith(KubernetesClient admin, String token) {
        var config = admin.getConfiguration();
        var cluster = config.getCaCertData() == null
                ? Map.of("server", config.getMasterUrl(), "insecure-skip-tls-verify", true)
                : Map.of("server", config.getMasterUrl(), "certificate-authority-data", config.getCaCertData());
        return Serialization.asYaml(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Config",
                "current-context",
                "test",
                "contexts",
                List.of(Map.of("name", "test", "context", Map.of("cluster", "test", "user", "test"))),
                "clusters",
                List.of(Map.of("name", "test", "cluster", cluster)),
                "users",
                List.of(Map.of("name", "test", "user", Map.of("token", token)))));
    }
}
