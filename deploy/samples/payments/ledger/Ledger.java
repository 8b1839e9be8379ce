import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Keeps the balance. With BROKEN_HEALTH=true it runs, but never says that it is well. */
class Ledger {

    private static final String VERSION = System.getenv().getOrDefault("SLIPWAY_VERSION", "dev");
    private static final String CURRENCY = System.getenv().getOrDefault("CURRENCY", "USD");
    private static final boolean BROKEN = Boolean.parseBoolean(System.getenv("BROKEN_HEALTH"));

    public static void main(String... args) throws IOException {
        if (args.length > 0 && args[0].equals("--check")) {
            System.out.println("Ledger is complete");
            return;
        }
        var port = Integer.parseInt(System.getenv("PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(
                exchange,
                200,
                "{\"version\":\"%s\",\"balance\":1250.75,\"currency\":\"%s\"}%n".formatted(VERSION, CURRENCY)));
        server.createContext("/health", Ledger::health);
        server.start();
        System.out.println("Ledger " + VERSION + " listens on port " + port);
    }

    private static void health(HttpExchange exchange) throws IOException {
        if (BROKEN) {
            System.out.println("Health check failed: the books are not open (BROKEN_HEALTH=true)");
        }
        answer(exchange, BROKEN ? 503 : 200, "{\"status\":\"%s\"}%n".formatted(BROKEN ? "DOWN" : "UP"));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
