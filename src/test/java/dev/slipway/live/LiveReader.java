package dev.slipway.live;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads a live stream line by line, in a thread of its own. */
final class LiveReader {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<InputStream> body = new CompletableFuture<>();
    private final CompletableFuture<Void> goOn = new CompletableFuture<>();
    private final Thread reading = new Thread(this::read, "live reader");

    private LiveReader() {}

    /** Opens a stream as the user with this session. */
    static LiveReader open(String session, String query) {
        var reader = openAndPause(session, query);
        reader.goOn();
        return reader;
    }

    /** Opens a stream of which nothing is read behind its first event until it is told to {@link #goOn}. */
    static LiveReader openAndPause(String session, String query) {
        var reader = new LiveReader();
        reader.reading.setDaemon(true);
        reader.reading.start();
        var unused = CLIENT.sendAsync(request(session, query), BodyHandlers.ofInputStream())
                .thenAccept(answer -> reader.body.complete(answer.body()));
        return reader;
    }

    /** The answer to a stream that is refused. */
    static HttpResponse<String> refusal(String session, String query) throws Exception {
        return CLIENT.send(request(session, query), BodyHandlers.ofString());
    }

    private static HttpRequest request(String session, String query) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d/live?%s".formatted(RestAssured.port, query)))
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip")
                .header("Cookie", "slipway-session=" + session)
                .build();
    }

    /** What came as data of views, oldest first. */
    List<String> updates() {
        return lines.stream().filter(line -> line.contains("\"view\"")).toList();
    }

    /** Closes the stream from this side. */
    void leave() {
        try {
            body.join().close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void goOn() {
        goOn.complete(null);
    }

    boolean isOpen() {
        return lines.contains("event: alive");
    }

    boolean hasEnded() {
        return !reading.isAlive();
    }

    private void read() {
        try (var text = new BufferedReader(new InputStreamReader(body.join(), StandardCharsets.UTF_8))) {
            for (var line = text.readLine(); line != null; line = text.readLine()) {
                lines.add(line);
                if (lines.size() == 3) {
                    goOn.join();
                }
            }
        } catch (IOException e) {
            // The stream was closed, by whichever side.
        }
    }
}
