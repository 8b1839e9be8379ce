package dev.slipway.cli.http;

import dev.slipway.cli.ExitCode;
import dev.slipway.cli.Pause;
import dev.slipway.cli.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends requests to the release tasks of a project, and tries again what may be tried again. */
public final class Client {

    private static final String INTERRUPTED = "It was interrupted.";
    private static final Duration TIME_TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(60);

    private final Settings settings;
    private final HttpClient http;

    /**
     * What a client needs to know.
     *
     * @param project the id of the project
     * @param authorities whom to trust instead of those whom Java trusts; null: these
     * @param log gets a line for each request, without its token
     */
    public record Settings(
            Address address,
            String project,
            Token token,
            @Nullable Path authorities,
            Patience patience,
            Consumer<String> log) {}

    /** A client, which has not sent anything yet. */
    public Client(Settings settings) {
        this(settings, http(settings));
    }

    private Client(Settings settings, HttpClient http) {
        this.settings = settings;
        this.http = http;
    }

    // One connection at a time over HTTP/1.1: the upgrade that Java offers first confuses some proxies.
    private static HttpClient http(Settings settings) {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TIME_TO_CONNECT);
        return settings.authorities() == null
                ? builder.build()
                : builder.sslContext(Trust.in(settings.authorities())).build();
    }

    /** The same client, which is as patient as said. */
    public Client with(Patience patience) {
        return new Client(
                new Settings(
                        settings.address(),
                        settings.project(),
                        settings.token(),
                        settings.authorities(),
                        patience,
                        settings.log()),
                http);
    }

    /**
     * Sends a request until it is answered.
     *
     * @return an answer that is no refusal
     * @throws Problem if it is refused, or if nobody answers in time
     */
    public Answer send(Ask ask) {
        var began = System.nanoTime();
        for (var attempt = 1; ; attempt++) {
            var tried = attempt(ask);
            var pause = tried.mayBeTriedAgain(ask)
                    ? settings.patience().pause(attempt, Duration.ofNanos(System.nanoTime() - began), tried.asked())
                    : java.util.Optional.<Duration>empty();
            if (pause.isEmpty()) {
                return tried.orProblem(settings.address());
            }
            Pause.of(pause.get(), INTERRUPTED);
        }
    }

    /** What came of sending a request: an answer or the reason why there is none. */
    private record Tried(@Nullable Answer answer, @Nullable IOException why) {

        boolean mayBeTriedAgain(Ask ask) {
            if (answer != null) {
                return answer.isBusy() && (answer.status() == 429 || ask.isRepeatable());
            }
            return !(why instanceof SSLException) && (why instanceof ConnectException || ask.isRepeatable());
        }

        Duration asked() {
            return answer == null ? Duration.ZERO : answer.retryAfter();
        }

        Answer orProblem(Address address) {
            if (answer != null) {
                return answer.orProblem();
            }
            throw new Problem(
                    ExitCode.NOT_REACHED,
                    why instanceof SSLException
                            ? "The certificate of %s can't be trusted. If an authority of your own has signed it, name its file with --ca."
                                    .formatted(address.server())
                            : "%s is not reachable. Check --server or SLIPWAY_SERVER, and that Slipway runs."
                                    .formatted(address.server()),
                    why);
        }
    }

    private Tried attempt(Ask ask) {
        try {
            var response = http.send(request(ask), HttpResponse.BodyHandlers.ofByteArray());
            settings.log().accept("%s %s: %d".formatted(ask.method(), response.uri(), response.statusCode()));
            return new Tried(new Answer(response), null);
        } catch (IOException e) {
            settings.log().accept("%s %s: %s".formatted(ask.method(), ask.path(), e));
            return new Tried(null, e);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private HttpRequest request(Ask ask) {
        var path = "/v3/%s/pipeline/pipelines".formatted(Address.encoded(settings.project())) + ask.path();
        var body = ask.body();
        var request = HttpRequest.newBuilder(settings.address().at(path))
                .timeout(TIME_TO_ANSWER)
                .header("X-Auth-Token", settings.token().header())
                .method(
                        ask.method(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        ask.headers().forEach(request::header);
        return request.build();
    }

    private static Problem interrupted() {
        Thread.currentThread().interrupt();
        return new Problem(ExitCode.NOT_ENDED, INTERRUPTED);
    }
}
