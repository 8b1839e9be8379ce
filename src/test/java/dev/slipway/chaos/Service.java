package dev.slipway.chaos;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** What the releases deploy: it writes down that it was started, and says which version it is. */
final class Service {

    private Service() {}

    /**
     * Runs until it is killed; one whose variable {@code BROKEN} is {@code true} never becomes healthy.
     *
     * @param arguments the file in which it writes down that it was started
     */
    public static void main(String[] arguments) throws IOException {
        var order = Path.of(System.getenv("TMPDIR")).getParent();
        var version = System.getenv("SLIPWAY_VERSION");
        Files.writeString(
                Path.of(arguments[0]),
                "service %s %s %s%n".formatted(order, version, Instant.now()),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        var status = "true".equals(System.getenv("BROKEN")) ? 500 : 200;
        var body = (System.getenv("SLIPWAY_COMPONENT") + " " + version).getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv("PORT"))), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }
}
