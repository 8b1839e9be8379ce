import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Knows what the shop sells. */
class Catalog {

    private static final String VERSION = System.getenv().getOrDefault("SLIPWAY_VERSION", "dev");
    private static final String PRODUCTS = """
            {"version":"%s","products":[
              {"name":"Anchor","price":129.00},
              {"name":"Compass","price":39.50},
              {"name":"Rope, 20 m","price":24.90}
            ]}
            """.formatted(VERSION);

    public static void main(String... args) throws IOException {
        if (args.length > 0 && args[0].equals("--check")) {
            System.out.println("Catalog is complete");
            return;
        }
        var port = Integer.parseInt(System.getenv("PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/products", exchange -> answer(exchange, PRODUCTS));
        server.createContext("/health", exchange -> answer(exchange, "{\"status\":\"UP\"}\n"));
        server.start();
        System.out.println("Catalog " + VERSION + " listens on port " + port);
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
