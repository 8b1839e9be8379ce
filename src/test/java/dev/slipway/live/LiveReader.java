package dev.slipway.live;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;

/** Reads a live stream line by line. */
final class LiveReader implements Flow.Subscriber<String> {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final boolean eager;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> body = new CompletableFuture<>();

    private LiveReader(boolean eager) {
        this.eager = eager;
    }

    /** Opens a stream as the user with this session. */
    static LiveReader open(String session, String query) {
        return open(session, query, true);
    }

    /** Opens a stream of which nothing more is read until it is told to {@link #goOn}. */
    static LiveReader openAndPause(String session, String query) {
        return open(session, query, false);
    }

    private static LiveReader open(String session, String query, boolean eager) {
        var reader = new LiveReader(eager);
        var unused = CLIENT.sendAsync(request(session, query), BodyHandlers.fromLineSubscriber(reader));
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
        body.join().cancel();
    }

    void goOn() {
        body.join().request(Long.MAX_VALUE);
    }

    boolean isOpen() {
        return lines.contains("event: alive");
    }

    boolean hasEnded() {
        return end.isDone();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        body.complete(subscription);
        subscription.request(eager ? Long.MAX_VALUE : 3);
    }

    @Override
    public void onNext(String line) {
        lines.add(line);
    }

    @Override
    public void onError(Throwable problem) {
        end.complete(null);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }
}
