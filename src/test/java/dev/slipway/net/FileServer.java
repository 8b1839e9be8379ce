package dev.slipway.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server on loopback that answers as a test says, and remembers who asked for what with which credentials. */
final class FileServer implements AutoCloseable {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    FileServer(Map<String, Answer> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        answers.forEach((path, answer) -> server.createContext(path, exchange -> {
            var credentials = exchange.getRequestHeaders().getFirst("Authorization");
            requests.add("%s %s".formatted(exchange.getRequestURI(), credentials));
            answer.to(exchange);
        }));
        server.start();
    }

    /** What the server does with a request. */
    interface Answer {

        void to(HttpExchange exchange) throws IOException;
    }

    static Answer file(byte[] content) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(content);
            }
        };
    }

    static Answer redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        };
    }

    static Answer status(int status) {
        return exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        };
    }

    /** Says that it sends something, and never does. */
    static Answer silence() {
        return exchange -> exchange.sendResponseHeaders(200, 10);
    }

    /** Sends the beginning of something longer, and never the rest. */
    static Answer partly(String beginning, int length) {
        return exchange -> {
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write(beginning.getBytes(UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
