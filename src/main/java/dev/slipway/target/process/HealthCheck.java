package dev.slipway.target.process;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Asks a component over HTTP whether it is well. */
final class HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /** What the component answered, as words for people. */
    record Answer(boolean isWell, String words) {}

    Answer ask(RunSpec spec) {
        var request =
                HttpRequest.newBuilder(spec.healthAddress()).timeout(PATIENCE).build();
        try {
            var response = client.send(request, BodyHandlers.ofInputStream());
            // Only the status counts, and a body may never end.
            response.body().close();
            return new Answer(response.statusCode() / 100 == 2, "HTTP " + response.statusCode());
        } catch (HttpTimeoutException e) {
            return new Answer(false, "none within %d seconds".formatted(PATIENCE.toSeconds()));
        } catch (ConnectException e) {
            return new Answer(false, "connection refused");
        } catch (IOException e) {
            return new Answer(false, "a broken connection (%s)".formatted(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(false, "none, as Slipway is stopping");
        }
    }
}
