package dev.slipway.target.kubernetes;

import dev.slipway.net.AddressRules;
import dev.slipway.target.BadConnection;
import dev.slipway.target.Connection;
import io.fabric8.kubernetes.client.Config;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The three ways to reach a cluster: a kubeconfig, a token for a server, or the service account of Slipway itself. */
@ApplicationScoped
class Access {

    static final String KUBECONFIG = "kubeconfig";
    static final String TOKEN = "token";
    static final String IN_CLUSTER = "in-cluster";

    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST = 64 * 1024;

    private final KubernetesConfig config;
    private final AddressRules rules;

    Access(KubernetesConfig config) {
        this.config = config;
        this.rules =
                AddressRules.of(Optional.of(config.allowedNetworks()), "slipway.target.kubernetes.allowed-networks");
    }

    /** See {@link dev.slipway.target.Connectable#settle}. */
    Connection settle(Connection before, Map<String, String> answers) {
        var way = answer(answers, "access");
        var settings = new HashMap<String, String>();
        var secrets = new HashMap<String, String>();
        settings.put("access", way);
        settings.put("namespace", namespace(answer(answers, "namespace")));
        take(way, before, answers, settings, secrets);
        var settled =
                new Connection(before.environment(), before.name(), before.edition(), settings, Map.copyOf(secrets));
        if (!way.equals(IN_CLUSTER)) {
            checkAddress(credentials(settled).server(), way.equals(TOKEN) ? "server" : KUBECONFIG);
        }
        return settled;
    }

    private void take(
            String way,
            Connection before,
            Map<String, String> answers,
            Map<String, String> settings,
            Map<String, String> secrets) {
        switch (way) {
            case KUBECONFIG -> {
                settings.put("context", answer(answers, "context"));
                secrets.put(KUBECONFIG, answerOr(answers, KUBECONFIG, before.secret(KUBECONFIG)));
            }
            case TOKEN -> {
                settings.put("server", answer(answers, "server"));
                settings.put("ca", answer(answers, "ca"));
                var typed = answer(answers, TOKEN);
                secrets.put(TOKEN, typed.isEmpty() ? answerOr(answers, TOKEN, tokenFor(before, settings)) : typed);
            }
            case IN_CLUSTER -> requireOwnAccount();
            default -> throw new BadConnection("access", "Choose how to reach the cluster.");
        }
    }

    private void requireOwnAccount() {
        if (!config.inCluster()) {
            throw new BadConnection(
                    "access",
                    "The service account of Slipway may not be used. Whoever runs Slipway can allow it with slipway.target.kubernetes.in-cluster.");
        }
    }

    /** A token that is kept goes to the server that it was given for, and to no other. */
    private static String tokenFor(Connection before, Map<String, String> settings) {
        var kept = before.secret(TOKEN);
        if (!kept.isEmpty()
                && !(before.setting("server").equals(settings.get("server"))
                        && before.setting("ca").equals(settings.get("ca")))) {
            throw new BadConnection(TOKEN, "Enter the token again: the server or its certificate has changed.");
        }
        return kept;
    }

    private static String namespace(String typed) {
        var namespace = typed.isEmpty() ? "default" : typed;
        if (!NAMESPACE.matcher(namespace).matches()) {
            throw new BadConnection(
                    "namespace", "A namespace has small letters, digits and hyphens, 63 characters at the most.");
        }
        return namespace;
    }

    private static String answer(Map<String, String> answers, String field) {
        var answer = Objects.requireNonNullElse(answers.get(field), "").strip();
        if (answer.length() > LONGEST) {
            throw new BadConnection(field, "This is too long: %d characters at the most.".formatted(LONGEST));
        }
        return answer;
    }

    private static String answerOr(Map<String, String> answers, String field, String kept) {
        var typed = answer(answers, field);
        if (typed.isEmpty() && kept.isEmpty()) {
            throw new BadConnection(field, "This is needed to sign in to the cluster.");
        }
        return typed.isEmpty() ? kept : typed;
    }

    /**
     * What a client needs to reach the cluster.
     *
     * @throws BadConnection if the rules have changed since it was stored
     */
    Config config(Connection connection) {
        if (connection.setting("access").equals(IN_CLUSTER)) {
            requireOwnAccount();
            return OwnServiceAccount.config(connection.setting("namespace"), config);
        }
        var credentials = credentials(connection);
        checkAddress(credentials.server(), "server");
        return credentials.config(connection.setting("namespace"), config);
    }

    private static Credentials credentials(Connection connection) {
        if (connection.setting("access").equals(KUBECONFIG)) {
            return Kubeconfig.read(connection.secret(KUBECONFIG), connection.setting("context"));
        }
        var authority = connection.setting("ca");
        var encoded = Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.UTF_8));
        return new Credentials(
                        connection.setting("server"),
                        authority.isEmpty() ? "" : encoded,
                        connection.secret(TOKEN),
                        Credentials.ClientCertificate.NONE,
                        false)
                .checked(TOKEN);
    }

    private void checkAddress(String server, String field) {
        var host = URI.create(server).getHost().replaceAll("[\\[\\]]", "");
        try {
            if (!Arrays.stream(InetAddress.getAllByName(host)).allMatch(rules::allows)) {
                throw new BadConnection(
                        field,
                        "%s is in a network that may not be called. Whoever runs Slipway can allow it with slipway.target.kubernetes.allowed-networks."
                                .formatted(host));
            }
        } catch (UnknownHostException e) {
            throw new BadConnection(field, "There is no host %s. Check the address.".formatted(host));
        }
    }
}
