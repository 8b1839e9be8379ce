package dev.slipway.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Somebody at the console whose browser takes next to no time itself. */
final class Visitor {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private final URI console;

    private Visitor(URI console) {
        this.console = console;
    }

    /** A visitor who has signed in. */
    static Visitor of(URI console, String username, String password) {
        var visitor = new Visitor(console);
        visitor.get("/sign-in");
        visitor.mustAnswer(
                302, visitor.form("/j_security_check", Map.of("j_username", username, "j_password", password)));
        return visitor;
    }

    /** Opens a page. */
    void get(String path) {
        mustAnswer(200, request(path));
    }

    /** Opens a page, and says how many bytes it had on its way. */
    long compressed(String path) {
        return answer(200, request(path).header("Accept-Encoding", "gzip"), BodyHandlers.ofByteArray()).length;
    }

    /** Follows a view of live pages: {@code execution:12@17}. */
    Stream follow(String view) {
        return follow(view, ignored -> {});
    }

    /** The same; the data of each change goes to {@code updates}. */
    Stream follow(String view, Consumer<String> updates) {
        var stream = new Stream(updates);
        var request = HttpRequest.newBuilder(console.resolve("/live?view=" + view))
                .header("Accept", "text/event-stream")
                .build();
        var unused = client.sendAsync(request, stream.reader());
        return stream;
    }

    /** Sends a form as htmx does. */
    void post(String path, Map<String, String> form) {
        var fields = new HashMap<>(form);
        fields.put("csrf-token", cookie("csrf-token"));
        mustAnswer(200, form(path, fields).header("HX-Request", "true"));
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(console.resolve(path)).header("Accept", "text/html");
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    private void mustAnswer(int status, HttpRequest.Builder request) {
        var unused = answer(status, request, BodyHandlers.ofString());
    }

    private <T> T answer(int status, HttpRequest.Builder request, BodyHandler<T> reader) {
        HttpResponse<T> answer;
        try {
            answer = client.send(request.build(), reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
