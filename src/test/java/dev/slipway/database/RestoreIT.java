package dev.slipway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.identity.DemoUser;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.SlipwayProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database goes back in time, and the world does not. */
class RestoreIT {

    private static final String RELEASE =
            """
            slipway: 1
            name: release-restored
            phases:
              - key: go
                name: Go
                groups:
                  - tasks:
                      - key: agree
                        name: Agree
                        type: manual_approval
                        input: {}
                      - key: call
                        name: Call
                        type: http_request
                        input:
                          method: POST
                          url: http://127.0.0.1:%d/called
                  - tasks:
                      - key: asking
                        name: Ask
                        type: http_request
                        input:
                          method: POST
                          url: http://127.0.0.1:%d/asks
                          pollSeconds: 1
            """;

    private final Path data = Path.of("target", "restore-it", UUID.randomUUID().toString());
    private final Path backup = data.resolve("backup");
    private final SlipwayProcess slipway = new SlipwayProcess(data);
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Set<String> asked = new ConcurrentSkipListSet<>();
    private volatile int answer = 503;
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/called", exchange -> take(exchange, calls, 200));
        server.createContext("/asks", exchange -> take(exchange, asked, answer));
        server.start();
    }

    private static void take(HttpExchange exchange, Collection<String> keys, int status) throws IOException {
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @AfterEach
    void close() throws IOException {
        slipway.close();
        server.stop(0);
    }

    @Test
    void aReleaseThatWasInFlightGoesOnFromWhereTheBackupHasIt() throws IOException {
        slipway.start();
        var release = create();
        execute(release);
        await("the approval")
                .atMost(Duration.ofMinutes(1))
                .until(() -> status("agree").equals("5") && !asked.isEmpty());
        slipway.crash();
        copy(slipway.cluster(), backup);

        answer = 200;
        slipway.start();
        agree(release);
        await("the end").atMost(Duration.ofMinutes(1)).until(this::hasEnded);
        slipway.crash();
        Archive.delete(slipway.cluster());
        copy(backup, slipway.cluster());

        slipway.start();
        assertThat(status("agree")).isEqualTo("5");
        assertThat(slipway.query("select verdict from decision")).isEmpty();
        agree(release);
        await("the end, again").atMost(Duration.ofMinutes(1)).until(this::hasEnded);
        assertThat(slipway.query("select status from execution")).containsExactly("2");
        assertThat(slipway.query("select distinct attempt from step_run")).containsExactly("1");
        // What was at work then has its key still, by which the other side can tell. What began later began anew.
        assertThat(asked).hasSize(1);
        assertThat(calls).hasSize(2).doesNotHaveDuplicates();
    }

    private String create() {
        var port = server.getAddress().getPort();
        var answer = signedIn()
                .postMultipart(
                        "/releases/from-file", Map.of("text", RELEASE.formatted(port, port), "replace", "false"));

        assertThat(answer.statusCode()).isEqualTo(303);
        return slipway.query("select id from release_task where name = 'release-restored'")
                .get(0);
    }

    private static void execute(String release) {
        var answer = signedIn()
                .post("/releases/%s/executions".formatted(release), Map.of("task", List.of("agree", "call", "asking")));

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private static void agree(String release) {
        var answer = signedIn()
                .post(
                        "/releases/%s/executions/1/steps/agree/decision".formatted(release),
                        Map.of("verdict", "AGREE", "comments", "as the test wants it", "attempt", "1"));

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private static PlainBrowser signedIn() {
        var browser = new PlainBrowser();
        browser.get("/sign-in");
        browser.signIn(DemoUser.ADMIN.username(), DemoUser.PASSWORD);
        return browser;
    }

    private String status(String step) {
        return slipway.query("select status from step_run where name = '%s'".formatted(step)).stream()
                .findFirst()
                .orElse("");
    }

    private boolean hasEnded() {
        return !slipway.query("select 1 from execution where ended_at is not null")
                .isEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
