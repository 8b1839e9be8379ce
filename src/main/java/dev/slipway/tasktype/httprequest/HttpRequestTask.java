package dev.slipway.tasktype.httprequest;

import dev.slipway.tasktype.Asks;
import dev.slipway.tasktype.Field;
import dev.slipway.tasktype.Outcome;
import dev.slipway.tasktype.Ticket;
import dev.slipway.tasktype.Work;
import dev.slipway.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** HTTP Request: calls an endpoint and, where it polls, calls it until it answers as expected. */
@ApplicationScoped
class HttpRequestTask implements Work<HttpRequestTask.Input> {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    private static final int LONGEST_BODY = 64 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Traces traces;

    HttpRequestTask(Traces traces) {
        this.traces = traces;
    }

    /**
     * A request and the answer to expect.
     *
     * @param method GET if missing
     * @param expectStatus the status code to expect; any 2xx if missing
     * @param expectBody a text that the body must contain
     * @param pollSeconds ask again after so many seconds until the answer is as expected; missing: ask once
     */
    record Input(
            @Pattern(
                            regexp = "GET|HEAD|POST|PUT|PATCH|DELETE",
                            message = "Choose one of GET, HEAD, POST, PUT, PATCH, DELETE")
                    @Nullable
                    String method,
            @NotNull
                    @Pattern(
                            regexp = "https?://[^\\s]+",
                            message = "Enter an address that begins with http:// or https://")
                    @Size(max = 2000)
                    String url,
            @Nullable Map<String, String> headers,
            @Asks(Field.Kind.MULTILINE) @Size(max = 65_536) @Nullable String body,
            @Min(100) @Max(599) @Nullable Integer expectStatus,
            @Size(max = 1000) @Nullable String expectBody,
            @Min(1) @Max(3600) @Nullable Integer pollSeconds) {

        String verb() {
            return Objects.requireNonNullElse(method, "GET");
        }
    }

    @Override
    public String id() {
        return "http_request";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public String target(Input input) {
        return "%s %s".formatted(input.verb(), input.url());
    }

    @Override
    public Outcome run(Ticket<Input> ticket) {
        var input = ticket.input();
        var answer = call(ticket);
        ticket.log().add("%s %s: %s".formatted(input.verb(), input.url(), answer.inWords()));
        var problem = answer.problem(input);
        if (problem.isEmpty()) {
            return new Outcome.Succeeded(
                    "Answered %s.".formatted(answer.inWords()),
                    Map.of("status", answer.status(), "body", answer.body()));
        }
        return input.pollSeconds() == null
                ? new Outcome.Failed("%s %s answered %s, but %s."
                        .formatted(input.verb(), input.url(), answer.inWords(), problem.get()))
                : new Outcome.LookAgain(
                        Duration.ofSeconds(input.pollSeconds()),
                        "answered %s; asks again".formatted(answer.inWords()),
                        Map.of());
    }

    private Answer call(Ticket<Input> ticket) {
        try {
            var response = http.send(request(ticket), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                return new Answer(
                        response.statusCode(), new String(body.readNBytes(LONGEST_BODY), StandardCharsets.UTF_8));
            }
        } catch (IOException unreachable) {
            return new Answer(0, Objects.requireNonNullElse(unreachable.getMessage(), unreachable.toString()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Slipway stops; another node asks again", stopping);
        }
    }

    private HttpRequest request(Ticket<Input> ticket) {
        var input = ticket.input();
        var body = input.body();
        var request = HttpRequest.newBuilder(URI.create(input.url()))
                .timeout(CALL_TIMEOUT)
                // Lets the other side recognise the repetition of a call that a crash made us forget.
                .header("Idempotency-Key", ticket.orderId())
                .method(
                        input.verb(),
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        traces.headers().forEach(request::header);
        Optional.ofNullable(input.headers()).ifPresent(headers -> headers.forEach(request::header));
        return request.build();
    }

    /** What came back; status 0 stands for no answer at all, with the reason as body. */
    private record Answer(int status, String body) {

        Optional<String> problem(Input input) {
            if (status == 0) {
                return Optional.of("an HTTP answer was expected");
            }
            if (input.expectStatus() != null && input.expectStatus() != status) {
                return Optional.of("status %d was expected".formatted(input.expectStatus()));
            }
            if (input.expectStatus() == null && status / 100 != 2) {
                return Optional.of("a status from 200 to 299 was expected");
            }
            return input.expectBody() != null && !body.contains(input.expectBody())
                    ? Optional.of("its body does not contain \"%s\"".formatted(input.expectBody()))
                    : Optional.empty();
        }

        String inWords() {
            return status == 0 ? "nothing (%s)".formatted(body) : "status %d".formatted(status);
        }
    }
}
