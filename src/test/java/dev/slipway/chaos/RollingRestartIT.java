package dev.slipway.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three nodes are restarted one after the other, behind a load balancer and under load. */
class RollingRestartIT {

    private static final int CUSTOMERS = 3;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean ends = new AtomicBoolean();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Arena arena = Arena.of(
            Path.of("target", "rolling-it", UUID.randomUUID().toString()),
            3,
            Duration.ofMillis(500),
            "-Dquarkus.shutdown.delay=2S");

    @AfterEach
    void close() throws IOException {
        arena.close();
    }

    @Test
    void noRequestFailsNoTaskIsRepeatedAndLiveStreamsEndInOrder() throws Exception {
        arena.fleet.start();
        var threads = Executors.newFixedThreadPool(CUSTOMERS);
        try (var balancer = new Balancer(arena.fleet)) {
            var work = new ArrayList<Future<Integer>>();
            for (int number = 0; number < CUSTOMERS; number++) {
                var customer = new Customer("customer-" + number, balancer, failures);
                work.add(threads.submit(() -> customer.release(arena.recorder, ends::get)));
            }
            for (var node : arena.fleet.nodes()) {
                restart(node, balancer);
            }
            ends.set(true);
            int requests = 0;
            for (var customer : work) {
                requests += customer.get(1, TimeUnit.MINUTES);
            }
            System.out.printf("Rolling restart: %d requests, failed: %s%n", requests, failures);
        } finally {
            threads.shutdownNow();
        }

        assertThat(failures).isEmpty();
        assertThat(arena.recorder.calls().stream().collect(Collectors.groupingBy(Recorder.Call::key)))
                .allSatisfy((order, calls) -> assertThat(calls).hasSize(1));
        assertThat(arena.postgres.texts("select task_instance from scheduled_tasks"))
                .isEmpty();
    }

    private void restart(Node node, Balancer balancer) throws Exception {
        var stream = stream(node);
        var end = CompletableFuture.supplyAsync(() -> lastLine(stream));

        node.terminate();

        assertThat(end.get(1, TimeUnit.MINUTES))
                .as("the last line of a live stream of %s", node.name())
                .isEmpty();
        assertThat(node.cutSomebodyOff()).as("%s cut somebody off", node.name()).isFalse();
        node.start(true);
        await("the balancer to see it").atMost(Duration.ofSeconds(20)).until(balancer::isComplete);
    }

    private InputStream stream(Node node) throws Exception {
        var signIn = HttpRequest.newBuilder(node.at("/j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("j_username=admin&j_password=" + Arena.PASSWORD))
                .build();
        var cookies = http.send(signIn, HttpResponse.BodyHandlers.discarding())
                .headers()
                .allValues("Set-Cookie");
        var session = cookies.stream()
                .filter(cookie -> cookie.startsWith("slipway-session="))
                .findFirst()
                .orElseThrow();
        var live = HttpRequest.newBuilder(node.at("/live?view=approvals:0@0"))
                .header("Cookie", session.substring(0, session.indexOf(';')))
                .build();
        var answer = http.send(live, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Each event ends with an empty line. A stream that was cut off is an exception. */
    private static String lastLine(InputStream stream) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var last = "nothing came";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
            return last;
        } catch (IOException e) {
            return "cut off: " + e;
        }
    }
}
