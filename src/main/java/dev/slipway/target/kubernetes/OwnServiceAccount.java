package dev.slipway.target.kubernetes;

import dev.slipway.target.TargetProblem;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.OAuthTokenProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The service account that Kubernetes gives to the pod in which Slipway runs. */
final class OwnServiceAccount {

    private static final Path DIRECTORY = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

    private OwnServiceAccount() {}

    /** @throws TargetProblem if Slipway doesn't run in a cluster */
    static Config config(String namespace, KubernetesConfig settings) {
        var host = System.getenv("KUBERNETES_SERVICE_HOST");
        var port = System.getenv("KUBERNETES_SERVICE_PORT");
        if (host == null || port == null || !Files.isReadable(DIRECTORY.resolve("token"))) {
            throw new TargetProblem("Slipway does not run in a cluster, so it has no service account.");
        }
        var timeout = (int) settings.requestTimeout().toMillis();
        // Kubernetes replaces the token every hour or so.
        OAuthTokenProvider token = OwnServiceAccount::token;
        return new ConfigBuilder(Config.empty())
                .withMasterUrl("https://%s:%s".formatted(host.contains(":") ? "[" + host + "]" : host, port))
                .withNamespace(namespace)
                .withCaCertFile(DIRECTORY.resolve("ca.crt").toString())
                .withOauthTokenProvider(token)
                .withConnectionTimeout(timeout)
                .withRequestTimeout(timeout)
                .withRequestRetryBackoffLimit(0)
                .withWatchReconnectInterval(1_000)
                .withWatchReconnectLimit(-1)
                .build();
    }

    private static String token() {
        try {
            return Files.readString(DIRECTORY.resolve("token")).strip();
        } catch (IOException e) {
            throw new TargetProblem("The token of Slipway's service account can't be read.", e);
        }
    }
}
