package dev.slipway.target.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.target.BadConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeconfigTest {

    private static final String FILE =
            """
            apiVersion: v1
            kind: Config
            current-context: one
            contexts:
            - {name: one, context: {cluster: c, user: u}}
            - {name: two, context: {cluster: other, user: u}}
            clusters:
            - name: c
              cluster: {server: "%s", %s}
            users:
            - name: u
              user: {%s}
            """;

    @Test
    void readsServerAndToken() {
        var read = Kubeconfig.read(file("https://10.0.0.1:6443", "x: y", "token: abc-secret"), "");

        assertThat(read.server()).isEqualTo("https://10.0.0.1:6443");
        assertThat(read.token()).isEqualTo("abc-secret");
        assertThat(read).hasToString("https://10.0.0.1:6443");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://a|x: y|exec: {command: sh}|signs in by a program (exec)",
                "https://a|x: y|auth-provider: {name: gcp}|signs in by a program (auth-provider)",
                "https://a|x: y|tokenFile: /etc/passwd|points to another file (tokenFile)",
                "https://a|certificate-authority: /etc/ca|token: abc-secret|points to another file (certificate-authority)",
                "https://a|proxy-url: 'http://b'|token: abc-secret|does not know proxy-url",
                "https://a|x: y|username: me|does not know username",
                "http://a|x: y|token: abc-secret|has to begin with https://",
                "https://a|certificate-authority-data: abc-secret|token: abc-secret|certificate authority is no certificate",
                "https://a|x: y|x: y|neither a token nor a certificate",
                "https://a|x: y|token: 'abc-secret and more'|characters that no token has",
                "https://a|x: y|client-certificate-data: abc-secret, client-key-data: abc-secret|can't be read"
            })
    void refusesWhatIsNoPlainAccess(String server, String cluster, String user, String said) {
        assertThatThrownBy(() -> Kubeconfig.read(file(server, cluster, user), ""))
                .isInstanceOf(BadConnection.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining("abc-secret");
    }

    @ParameterizedTest
    @CsvSource({"rsa.crt, rsa.key", "ec.crt, ec.key", "ec.crt, ec8.key"})
    void takesCertificatesWithKeysOfEveryKind(String certificate, String key) throws IOException {
        var user = "client-certificate-data: %s, client-key-data: %s".formatted(encoded(certificate), encoded(key));

        var read = Kubeconfig.read(file("https://a", "certificate-authority-data: " + encoded(certificate), user), "");

        assertThat(read.certificate().isThere()).isTrue();
        assertThat(read.certificate()).hasToString("a certificate");
    }

    private static String encoded(String file) throws IOException {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of("src/test/resources/kubernetes", file)));
    }

    @Test
    void saysWhichPartIsMissing() {
        var file = file("https://a", "x: y", "token: abc-secret");

        assertThatThrownBy(() -> Kubeconfig.read(file, "three")).hasMessageContaining("no context of the name");
        assertThatThrownBy(() -> Kubeconfig.read(file, "two")).hasMessageContaining("no cluster of the name");
        assertThatThrownBy(() -> Kubeconfig.read("token: [abc-secret", ""))
                .isInstanceOf(BadConnection.class)
                .hasMessageNotContaining("abc-secret");
        assertThatThrownBy(() -> Kubeconfig.read("a: &a [1]\nb: *a", "")).isInstanceOf(BadConnection.class);
    }

    private static String file(String server, String cluster, String user) {
        return FILE.formatted(server, cluster, user);
    }
}
