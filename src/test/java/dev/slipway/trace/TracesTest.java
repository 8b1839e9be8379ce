package dev.slipway.trace;

import static dev.slipway.testing.Given.approval;
import static dev.slipway.testing.Given.group;
import static dev.slipway.testing.Given.scripted;
import static dev.slipway.testing.Given.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.execution.Status;
import dev.slipway.project.Role;
import dev.slipway.testing.Accounts;
import dev.slipway.testing.Database;
import dev.slipway.testing.Given;
import dev.slipway.testing.PlainBrowser;
import dev.slipway.testing.Releaser;
import dev.slipway.testing.Rows;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TracesTest {

    @Inject
    Recorder recorder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(exchange.getRequestHeaders().getFirst("traceparent"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        recorder.record();
    }

    @AfterEach
    void end() {
        recorder.stop();
        server.stop(0);
    }

    @Test
    void anExecutionIsOneTraceFromTheClickToTheCallOfAnotherSystem() {
        var release = aReleaseThatCalls();

        click(release);
        var execution = Rows.number("select max(id) from execution");
        Releaser.awaitStatus(execution, Status.TO_BE_APPROVED);
        Releaser.agree(execution, "go-live");
        Releaser.end(execution);

        await("the spans").until(() -> named("task http_request").size() == 1 && !posts().isEmpty());
        var click = posts().get(0);
        assertThat(Rows.execution(execution).traceParent()).contains(click.getTraceId());
        var scripted = named("task scripted").get(0);
        assertThat(scripted.getTraceId()).isEqualTo(click.getTraceId());
        assertThat(scripted.getAttributes().get(AttributeKey.stringKey("slipway.step")))
                .isEqualTo("a");
        var call = named("task http_request").get(0);
        assertThat(call.getTraceId()).isEqualTo(click.getTraceId());
        assertThat(received).singleElement().asString().contains(click.getTraceId(), call.getSpanId());
    }

    @Test
    void anExecutionThatNobodyTracesHasNoTrace() {
        var execution = Releaser.execute(aReleaseThatCalls());

        assertThat(Rows.execution(execution).traceParent()).isNull();
    }

    @Test
    void nothingIsMadeOrSentWhileTracesAreOff() {
        var off = new Traces(OpenTelemetry.noop(), true);

        assertThat(off.here()).isNull();
        assertThat(off.headers()).isEmpty();
        assertThat(off.<String>within(new Traces.Part(null, "work", Map.of()), () -> "done"))
                .isEqualTo("done");
    }

    private UUID aReleaseThatCalls() {
        return Given.release("traced")
                .phase(group(
                        scripted("a"),
                        approval("go-live"),
                        task(
                                "call",
                                "http_request",
                                Map.of(
                                        "url",
                                        "http://127.0.0.1:%d/"
                                                .formatted(server.getAddress().getPort())))))
                .create();
    }

    private static void click(UUID release) {
        var answer = PlainBrowser.of(Accounts.aUser(Role.RELEASER))
                .post("/releases/%s/executions".formatted(release), Map.of("task", List.of("a", "go-live", "call")));

        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private List<SpanData> posts() {
        return recorder.spans().stream()
                .filter(span -> span.getName().startsWith("POST /releases/"))
                .toList();
    }

    private List<SpanData> named(String name) {
        return recorder.spans().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }
}
