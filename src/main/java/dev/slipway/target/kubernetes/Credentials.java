package dev.slipway.target.kubernetes;

import dev.slipway.target.BadConnection;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.internal.CertUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to reach an API server, and as whom.
 *
 * @param server its address
 * @param authority the certificates that its own has to be signed by, PEM in Base64; empty: those that Java trusts
 * @param token a bearer token; empty: none
 * @param insecure whether anybody may answer in its place
 */
record Credentials(String server, String authority, String token, ClientCertificate certificate, boolean insecure) {

    private static final char[] NO_PASSWORD = new char[0];

    /** A certificate with its key, both PEM in Base64; both empty: none. */
    record ClientCertificate(String certificate, String key) {

        static final ClientCertificate NONE = new ClientCertificate("", "");

        boolean isThere() {
            return !certificate.isEmpty() && !key.isEmpty();
        }

        /** Nothing of it may get into a log. */
        @Override
        public String toString() {
            return isThere() ? "a certificate" : "none";
        }
    }

    /**
     * The same, once it is known to be usable.
     *
     * @param question where to say what is wrong
     */
    Credentials checked(String question) {
        checkServer(question.equals("token") ? "server" : question);
        checkAuthority(question.equals("token") ? "ca" : question);
        if (token.isEmpty() && !certificate.isThere()) {
            throw new BadConnection(question, "There is neither a token nor a certificate with its key.");
        }
        if (token.chars().anyMatch(letter -> letter <= ' ' || letter > '~')) {
            throw new BadConnection(question, "The token has characters that no token has. Was it copied whole?");
        }
        if (certificate.isThere()) {
            checkKey(question);
        }
        return this;
    }

    private void checkServer(String question) {
        try {
            var uri = new URI(server);
            if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null) {
                throw new BadConnection(
                        question, "The address of the API server has to begin with https:// and name a host.");
            }
        } catch (URISyntaxException e) {
            throw new BadConnection(question, "The address of the API server is none.");
        }
    }

    private void checkAuthority(String question) {
        try {
            if (!authority.isEmpty()
                    && CertificateFactory.getInstance("X.509")
                            .generateCertificates(new ByteArrayInputStream(
                                    Base64.getMimeDecoder().decode(authority)))
                            .isEmpty()) {
                throw new BadConnection(question, "The certificate authority is no certificate.");
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new BadConnection(question, "The certificate authority is no certificate in PEM.");
        }
    }

    private void checkKey(String question) {
        if (keyAlgorithm().isEmpty()) {
            throw new BadConnection(question, "The certificate of the user or its key can't be read.");
        }
    }

    /** What kind of key it is: its file doesn't always say. */
    private Optional<String> keyAlgorithm() {
        return Stream.of("RSA", "EC").filter(this::isKeyOf).findFirst();
    }

    private boolean isKeyOf(String algorithm) {
        try {
            CertUtils.createKeyStore(
                    CertUtils.getInputStreamFromDataOrFile(certificate.certificate(), null),
                    CertUtils.getInputStreamFromDataOrFile(certificate.key(), null),
                    algorithm,
                    NO_PASSWORD,
                    null,
                    NO_PASSWORD);
            return true;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** What a client needs; nothing else of this machine is looked at. */
    Config config(String namespace, KubernetesConfig settings) {
        var timeout = (int) settings.requestTimeout().toMillis();
        var builder = new ConfigBuilder(Config.empty())
                .withMasterUrl(server)
                .withNamespace(namespace)
                .withTrustCerts(insecure)
                .withConnectionTimeout(timeout)
                .withRequestTimeout(timeout)
                // The engine tries again, and says so on the card.
                .withRequestRetryBackoffLimit(0)
                .withWatchReconnectInterval(1_000)
                .withWatchReconnectLimit(-1);
        if (!authority.isEmpty()) {
            builder.withCaCertData(authority);
        }
        if (!token.isEmpty()) {
            builder.withOauthToken(token);
        }
        if (certificate.isThere()) {
            builder.withClientCertData(certificate.certificate())
                    .withClientKeyData(certificate.key())
                    .withClientKeyAlgo(keyAlgorithm().orElseThrow());
        }
        return builder.build();
    }

    /** Nothing secret may get into a log. */
    @Override
    public String toString() {
        return server;
    }
}
