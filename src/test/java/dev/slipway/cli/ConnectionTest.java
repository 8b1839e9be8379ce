package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the command line does where a server does not answer as Slipway does. */
class ConnectionTest {

    private static final String CREATED = "{\"id\":\"7\",\"name\":\"release-shop\"}";

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Map<String, List<String>>> seen = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void aBusyServerIsAskedAgainWithTheSameKey() throws Exception {
        var port = serving(new Play(503, "", ""), new Play(429, "Retry-After: 0", ""), new Play(200, "", CREATED));

        var created = Shell.of(port, "secret").typing("{}").run("releases", "create", "-f", "-");

        assertThat(created).isEqualTo(new Shell.Said(0, "release-shop is created. Id 7\n", ""));
        assertThat(seen).hasSize(3);
        assertThat(seen.stream().map(headers -> headers.get("Idempotency-key")))
                .doesNotContainNull()
                .containsOnly(seen.get(0).get("Idempotency-key"));
        assertThat(seen.stream().map(headers -> headers.get("X-auth-token"))).containsOnly(List.of("secret"));
    }

    @Test
    void patienceEnds() throws Exception {
        var port = serving(new Play(429, "Retry-After: 9000", "{\"error_msg\":\"too often\"}"));

        assertThat(Shell.of(port, "secret").run("releases", "list"))
                .isEqualTo(new Shell.Said(7, "", "slipway: too often\n"));
        stop();
        assertThat(Shell.of(port, "secret")
                        .run("releases", "list", "--retry-for", "1ms")
                        .err())
                .contains("is not reachable. Check --server");
    }

    @Test
    void noTokenFollowsARedirect() throws Exception {
        var elsewhere = serving(new Play(200, "", "[]"));
        var port = serving(new Play(302, "Location: http://localhost:%d/".formatted(elsewhere), ""));

        var sent = Shell.of(port, "secret").run("releases", "list");

        assertThat(sent.code()).isEqualTo(7);
        assertThat(sent.err()).contains("Set --server to the address itself: http://localhost:" + elsewhere);
        assertThat(seen).hasSize(1);
    }

    @Test
    void whatIsNoSlipwayIsToldSo() throws Exception {
        var port = serving(new Play(200, "", "<html>"), new Play(404, "", "<html>"));

        assertThat(Shell.of(port, "secret").run("releases", "list").err()).contains("does not answer as Slipway does");
        assertThat(Shell.of(port, "secret").run("releases", "list").err()).contains("Is there a Slipway at --server?");
        assertThat(new Shell()
                        .with("SLIPWAY_TOKEN", "secret")
                        .run("--server", "ftp://x", "releases", "list")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void plainHttpIsForThisMachineOnly() {
        var shell = new Shell().with("SLIPWAY_TOKEN", "secret");

        for (var other : List.of("http://10.0.0.1", "http://localhost.example.com", "http://127.0.0.1.example.com")) {
            assertThat(shell.run("releases", "list", "--server", other).err())
                    .contains("plain http to another machine");
        }
        for (var own : List.of("http://127.0.0.1:1", "http://[::1]:1", "http://LOCALHOST:1")) {
            assertThat(shell.run("releases", "list", "--retry-for", "1ms", "--server", own)
                            .code())
                    .as(own)
                    .isEqualTo(7);
        }
    }

    @Test
    void aPrivateAuthorityIsTrustedByItsFileOnly() throws Exception {
        var directory = Files.createTempDirectory(Path.of("target"), "tls-");
        var port = servingSecurely(directory, new Play(200, "", "[]"));
        var shell = Shell.of(0, "secret").with("SLIPWAY_SERVER", "https://localhost:" + port);

        assertThat(shell.run("releases", "list").err()).contains("name its file with --ca");
        assertThat(seen).isEmpty();
        assertThat(shell.run(
                                "releases",
                                "list",
                                "--ca",
                                directory.resolve("ca.pem").toString())
                        .code())
                .isZero();
        assertThat(shell.run("releases", "list", "--ca", "pom.xml").code()).isEqualTo(2);
    }

    /** An answer: its status, one header and its body. */
    private record Play(int status, String header, String body) {}

    private int serving(Play... plays) throws IOException {
        return start(HttpServer.create(free(), 0), plays);
    }

    private int servingSecurely(Path directory, Play... plays) throws Exception {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost", directory);
        keytool("-exportcert", "-rfc", "-file", directory.resolve("ca.pem").toString(), directory);
        var store = KeyStore.getInstance(directory.resolve("keys").toFile(), "password".toCharArray());
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "password".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server = HttpsServer.create(free(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return start(server, plays);
    }

    private static InetSocketAddress free() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private int start(HttpServer server, Play... plays) {
        Deque<Play> left = new ArrayDeque<>(List.of(plays));
        server.createContext("/", exchange -> {
            seen.add(Map.copyOf(exchange.getRequestHeaders()));
            answer(exchange, left.size() > 1 ? left.removeFirst() : left.getFirst());
        });
        server.start();
        servers.add(server);
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Play play) throws IOException {
        if (!play.header().isEmpty()) {
            var header = play.header().split(": ", 2);
            exchange.getResponseHeaders().add(header[0], header[1]);
        }
        var body = play.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(play.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void keytool(Object... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        for (int index = 0; index < arguments.length - 1; index++) {
            command.add((String) arguments[index]);
        }
        var keys = ((Path) arguments[arguments.length - 1]).resolve("keys").toString();
        command.addAll(List.of("-alias", "server", "-keystore", keys, "-storepass", "password", "-noprompt"));
        var done = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(done.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .doesNotContain("error");
        assertThat(done.waitFor()).isZero();
    }
}
