package dev.slipway.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DownloadTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final int MOST = 1024 * 1024;

    @AfterAll
    static void end() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void getsAFileWithCredentials() {
        try (var server = new FileServer(Map.of("/a", FileServer.file("content".getBytes(UTF_8))))) {
            assertThat(get(server.address("/a?b=c"), Map.of("Authorization", "Basic x"), "127.0.0.1"))
                    .isEqualTo("content");
            assertThat(server.requests()).containsExactly("/a?b=c Basic x");
        }
    }

    @Test
    void neverCallsAnInternalAddressThatIsNotAllowed() {
        try (var server = new FileServer(Map.of("/", FileServer.file("secret".getBytes(UTF_8))))) {
            var port = server.address("/").replaceFirst(".*:(\\d+)/", "$1");
            for (var host : List.of(
                    "127.0.0.1", "localhost", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0")) {
                assertThatThrownBy(() -> get("http://%s:%s/".formatted(host, port), Map.of()))
                        .as(host)
                        .isInstanceOf(RefusedCall.class)
                        .hasMessageMatching(".*is in an internal network.*|.*There is no host.*|.*Enter an address.*");
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void checksEveryRedirect() {
        for (var trap : List.of(
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data",
                "//127.0.0.2:1/",
                "file:///etc/passwd",
                "ftp://127.0.0.1/")) {
            try (var server = new FileServer(Map.of("/a", FileServer.redirect(trap)))) {
                assertThatThrownBy(() -> get(server.address("/a"), Map.of(), "127.0.0.1"))
                        .as(trap)
                        .isInstanceOf(RefusedCall.class);
            }
        }
    }

    @Test
    void followsThreeRedirectsAndNoMore() {
        try (var server = new FileServer(Map.of(
                "/1", FileServer.redirect("/2"),
                "/2", FileServer.redirect("3"),
                "/3", FileServer.redirect("/4"),
                "/4", FileServer.file("there".getBytes(UTF_8)),
                "/0", FileServer.redirect("/1")))) {
            assertThat(get(server.address("/1"), Map.of(), "127.0.0.1")).isEqualTo("there");
            assertRefused(server.address("/0"), "leads on more than 3 times");
        }
    }

    @Test
    void credentialsGoToNoOtherServer() {
        try (var other = new FileServer(Map.of("/", FileServer.file("x".getBytes(UTF_8))));
                var first = new FileServer(Map.of("/", FileServer.redirect(other.address("/file"))))) {
            get(first.address("/"), Map.of("Authorization", "Basic x"), "127.0.0.1");

            assertThat(first.requests()).containsExactly("/ Basic x");
            assertThat(other.requests()).containsExactly("/file null");
        }
    }

    @Test
    void refusesWhatIsTooLargeTooSlowOrNoFile() {
        try (var server = new FileServer(Map.of(
                "/large", FileServer.file(new byte[MOST + 1]),
                "/slow", FileServer.silence(),
                "/missing", FileServer.status(404)))) {
            assertRefused(server.address("/large"), "larger than 1 MB");
            assertThatThrownBy(() -> get(server.address("/slow"), Duration.ofSeconds(1)))
                    .hasMessage("The file did not come within 1 seconds.");
            assertRefused(server.address("/missing"), "status 404 instead of the file");
        }
        assertRefused("http://127.0.0.1:1/", "could not be reached");
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertRefused("no address", "This is no address");
        assertRefused("file:///etc/passwd", "begins with http:// or https://");
        assertRefused("http:///x", "names a host");
        assertRefused("http://user:secret@example.com/", "Take user and password out of the address");
        assertRefused("http://127.0.0.1:70000/", "Port 70000 does not exist");
        assertRefused("http://no-such-host.invalid/", "There is no host no-such-host.invalid");
    }

    private static void assertRefused(String address, String why) {
        assertThatThrownBy(() -> get(address, Map.of(), "127.0.0.1"))
                .as(address)
                .isInstanceOf(RefusedCall.class)
                .hasMessageContaining(why);
    }

    private static String get(String address, Duration limit) {
        return get(new Config(List.of("127.0.0.1"), limit), address, Map.of());
    }

    private static String get(String address, Map<String, String> headers, String... allowed) {
        return get(new Config(List.of(allowed), Duration.ofSeconds(20)), address, headers);
    }

    private static String get(Config config, String address, Map<String, String> headers) {
        var download = new Download(VERTX, config);
        try {
            return new String(download.get(new Download.Order(address, headers, MOST)), UTF_8);
        } finally {
            download.close();
        }
    }

    private record Config(List<String> networks, Duration timeLimit) implements NetConfig {

        @Override
        public Optional<List<String>> allowedNetworks() {
            return Optional.of(networks);
        }
    }
}
