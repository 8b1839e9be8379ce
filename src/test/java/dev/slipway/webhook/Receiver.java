package dev.slipway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A receiver on loopback that answers as a test says, and remembers what it got. */
final class Receiver implements AutoCloseable {

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private final HttpServer server;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::receive);
        server.start();
    }

    /** What it is told, as it came. */
    record Message(String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> String.join(", ", entry.getValue()))
                    .findFirst()
                    .orElse("");
        }

        JsonPath json() {
            return JsonPath.from(body);
        }

        /** Without the part that all types begin with. */
        String type() {
            return json().getString("type").replaceFirst("^dev\\.slipway\\.", "");
        }

        /** Whether a secret has signed it, by the library that receivers use. */
        boolean isSignedBy(String secret) {
            try {
                new com.standardwebhooks.Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException e) {
                return false;
            }
        }
    }

    /** How it answers once. */
    private record Answer(int status, String body, String location) {}

    /** Answers the next request like this; without a word it answers 204. */
    Receiver answers(int status, String body) {
        answers.add(new Answer(status, body, ""));
        return this;
    }

    /** Leads the next request elsewhere. */
    Receiver redirects(String location) {
        answers.add(new Answer(307, "", location));
        return this;
    }

    /** Answers nothing any more, until it is closed. */
    Receiver isSilent() {
        answers.add(new Answer(0, "", ""));
        return this;
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        messages.add(new Message(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body));
        var next = answers.peek();
        if (next != null && next.status() == 0) {
            keepSilent();
            return;
        }
        answer(exchange, next == null ? new Answer(204, "", "") : answers.remove());
    }

    private void keepSilent() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = answer.body().getBytes(UTF_8);
        if (!answer.location().isEmpty()) {
            exchange.getResponseHeaders().add("Location", answer.location());
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    String address() {
        return "http://127.0.0.1:%d/hook?a=b".formatted(server.getAddress().getPort());
    }

    List<Message> messages() {
        return messages;
    }

    List<String> types() {
        return messages.stream().map(Message::type).toList();
    }

    /** Waits until it has got so many. */
    List<Message> awaitMessages(int count) {
        await("%d messages".formatted(count)).until(() -> messages.size() >= count);
        return messages;
    }

    @Override
    public void close() {
        silence.countDown();
        server.stop(0);
    }
}
