package dev.slipway.net;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gets a file from an address that a user gave, without letting the user reach what only Slipway can reach. */
@ApplicationScoped
public class Download {

    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient http;
    private final AddressRules rules;
    private final NetConfig config;

    Download(Vertx vertx, NetConfig config) {
        this.http = vertx.createHttpClient(Destination.options());
        this.rules = AddressRules.of(config.allowedNetworks(), "slipway.template.allowed-networks");
        this.config = config;
    }

    @PreDestroy
    void close() {
        http.close();
    }

    /**
     * What to get.
     *
     * @param headers what the server asks for, credentials included; they never go to another server
     * @param mostBytes how large the file may be
     */
    public record Order(String address, Map<String, String> headers, int mostBytes) {}

    /**
     * Gets a file, past at most three redirects.
     *
     * @throws RefusedCall if an address on the way may not be called, the file is too large, or it can't be had in time
     */
    public byte[] get(Order order) {
        var deadline = Instant.now().plus(config.timeLimit());
        var uri = Destination.uri(order.address());
        var first = Destination.of(uri, rules);
        var here = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var answer =
                    call(here, here.isSameOriginAs(first) ? order.headers() : Map.of(), order.mostBytes(), deadline);
            if (answer.location().isEmpty()) {
                return answer.body().getBytes();
            }
            uri = resolve(uri, answer.location().get());
            var next = Destination.of(uri, rules);
            if (here.secure() && !next.secure()) {
                throw new RefusedCall(
                        "The address leads from https to http, which is not safe. Enter the last address itself.");
            }
            here = next;
        }
        throw new RefusedCall(
                "The address leads on more than %d times. Enter the last address itself.".formatted(MOST_REDIRECTS));
    }

    private static URI resolve(URI from, String location) {
        try {
            return from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new RefusedCall("The server leads on to something that is no address.");
        }
    }

    /** The body, or where it is instead. */
    private record Answer(Buffer body, Optional<String> location) {}

    private Answer call(Destination to, Map<String, String> headers, int mostBytes, Instant deadline) {
        var answer = new CompletableFuture<Answer>();
        http.request(options(to, headers))
                .onSuccess(request -> {
                    // However it ends, nothing more is read.
                    var unused = answer.whenComplete(
                            (got, problem) -> request.connection().close());
                    // Taken at once where it comes in: a future of another thread might see it when it is over.
                    request.send()
                            .onSuccess(response -> take(response, mostBytes, answer))
                            .onFailure(problem -> fail(to, problem, answer));
                })
                .onFailure(problem -> fail(to, problem, answer));
        return await(answer, deadline);
    }

    private static void fail(Destination to, Throwable problem, CompletableFuture<Answer> answer) {
        answer.completeExceptionally(
                new RefusedCall("%s could not be reached: %s".formatted(to.host(), problem.getMessage())));
    }

    private static RequestOptions options(Destination to, Map<String, String> headers) {
        var options = to.request(HttpMethod.GET).putHeader("Accept", "*/*");
        headers.forEach(options::putHeader);
        return options;
    }

    private static void take(HttpClientResponse response, int mostBytes, CompletableFuture<Answer> answer) {
        if (REDIRECTS.contains(response.statusCode()) && response.getHeader("Location") != null) {
            answer.complete(new Answer(Buffer.buffer(), Optional.of(response.getHeader("Location"))));
            return;
        }
        if (response.statusCode() != 200) {
            answer.completeExceptionally(new RefusedCall(
                    "The server answered with status %d instead of the file.".formatted(response.statusCode())));
            return;
        }
        var body = Buffer.buffer();
        response.handler(chunk -> {
            body.appendBuffer(chunk);
            if (body.length() > mostBytes) {
                answer.completeExceptionally(new RefusedCall(
                        "The file is larger than %d MB, which is the most.".formatted(mostBytes / 1024 / 1024)));
            }
        });
        response.endHandler(end -> answer.complete(new Answer(body, Optional.empty())));
        response.exceptionHandler(problem ->
                answer.completeExceptionally(new RefusedCall("The download broke off: " + problem.getMessage())));
    }

    private Answer await(CompletableFuture<Answer> answer, Instant deadline) {
        try {
            var left = deadline.toEpochMilli() - Instant.now().toEpochMilli();
            return answer.get(Math.max(0, left), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RefusedCall refused ? refused : new IllegalStateException(e);
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new RefusedCall("The file did not come within %d seconds."
                    .formatted(config.timeLimit().toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedCall("Slipway stops. Try again in a moment.");
        }
    }
}
