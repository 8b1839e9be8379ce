package dev.slipway.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends something to an address that a user gave, without letting the user reach what only Slipway can reach. Redirects
 * are answers like any other: they are not followed.
 */
@ApplicationScoped
public class Post {

    /** How many characters of an answer are kept. */
    public static final int LONGEST_ANSWER = 1_000;

    // A character of UTF-8 has up to four bytes.
    private static final int MOST_BYTES = 4 * LONGEST_ANSWER;
    // Whoever calls waits for the answer, so there are never more calls than threads; none of them should wait here.
    private static final int MOST_TO_ONE_SERVER = 1_000;

    private final HttpClient http;

    Post(Vertx vertx) {
        this.http = vertx.createHttpClient(Destination.options().setMaxPoolSize(MOST_TO_ONE_SERVER));
    }

    @PreDestroy
    void close() {
        http.close();
    }

    /** What to send where. */
    public record Letter(String address, Map<String, String> headers, String body) {}

    /**
     * What the server answered.
     *
     * @param beginning the first characters of the body, as far as they came in time
     */
    public record Answer(int status, String beginning) {}

    /**
     * Looks whether an address may be called.
     *
     * @throws RefusedCall if it may not, or is none
     */
    public void check(String address, AddressRules rules) {
        Destination.of(Destination.uri(address), rules);
    }

    /**
     * Sends a letter and waits for the answer.
     *
     * @throws RefusedCall if the address may not be called, or nobody answers in time
     */
    public Answer send(Letter letter, AddressRules rules, Duration limit) {
        var deadline = Instant.now().plus(limit);
        var to = Destination.of(Destination.uri(letter.address()), rules);
        var options = to.request(HttpMethod.POST);
        letter.headers().forEach(options::putHeader);
        var reply = new Reply();
        http.request(options)
                .onSuccess(request -> {
                    // However it ends, nothing more is read.
                    var unused = reply.complete.whenComplete(
                            (got, problem) -> request.connection().close());
                    // Taken at once where it comes in: a future of another thread might see it when it is over.
                    request.send(Buffer.buffer(letter.body(), UTF_8.name()))
                            .onSuccess(reply::take)
                            .onFailure(problem -> reply.fail(to, problem));
                })
                .onFailure(problem -> reply.fail(to, problem));
        return reply.await(deadline, limit);
    }

    /** An answer that is coming in. What has the status has answered, however slow the rest is. */
    private static final class Reply {

        private final CompletableFuture<Answer> complete = new CompletableFuture<>();
        private volatile @Nullable Answer soFar;

        void take(HttpClientResponse response) {
            var body = Buffer.buffer();
            soFar = new Answer(response.statusCode(), "");
            response.handler(chunk -> {
                body.appendBuffer(chunk);
                soFar = new Answer(response.statusCode(), beginning(body));
                if (body.length() >= MOST_BYTES) {
                    complete.complete(requireNonNull(soFar));
                }
            });
            response.endHandler(end -> complete.complete(requireNonNull(soFar)));
            response.exceptionHandler(problem -> complete.complete(requireNonNull(soFar)));
        }

        void fail(Destination to, Throwable problem) {
            complete.completeExceptionally(
                    new RefusedCall("%s could not be reached: %s".formatted(to.host(), problem.getMessage())));
        }

        private static String beginning(Buffer body) {
            var text = body.getString(0, Math.min(body.length(), MOST_BYTES)).replace('\0', '\uFFFD');
            return text.substring(0, Math.min(text.length(), LONGEST_ANSWER));
        }

        Answer await(Instant deadline, Duration limit) {
            try {
                var left = Duration.between(Instant.now(), deadline).toMillis();
                return complete.get(Math.max(0, left), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RefusedCall refused ? refused : new IllegalStateException(e);
            } catch (TimeoutException e) {
                complete.cancel(false);
                var answer = soFar;
                if (answer != null) {
                    return answer;
                }
                throw new RefusedCall("There was no answer within %d seconds.".formatted(limit.toSeconds()));
            } catch (InterruptedException e) {
                complete.cancel(false);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Slipway stops", e);
            }
        }
    }
}
