import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The page where people shop. It shows its version, and the products of the catalog at CATALOG_URL if that is set. */
class Storefront {

    private static final String VERSION = System.getenv().getOrDefault("SLIPWAY_VERSION", "dev");
    private static final String CATALOG = System.getenv("CATALOG_URL");
    private static final Pattern PRODUCT = Pattern.compile("\"name\":\"([^\"]*)\",\"price\":([0-9.]+)");

    public static void main(String... args) throws IOException {
        if (args.length > 0 && args[0].equals("--check")) {
            System.out.println("Storefront is complete");
            return;
        }
        var port = Integer.parseInt(System.getenv("PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> answer(exchange, "text/html", page()));
        server.createContext("/health", exchange -> answer(exchange, "application/json", "{\"status\":\"UP\"}\n"));
        server.start();
        System.out.println("Storefront " + VERSION + " listens on port " + port);
    }

    private static String page() {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Slipway Shop</title></head>
                <body>
                <h1>Slipway Shop</h1>
                <p>Version %s</p>
                %s
                </body>
                </html>
                """.formatted(escape(VERSION), CATALOG == null ? "<p>Nothing to sell yet.</p>" : products());
    }

    private static String products() {
        try {
            var list = new StringBuilder("<ul>\n");
            var product = PRODUCT.matcher(get(URI.create(CATALOG + "/products")));
            while (product.find()) {
                list.append("<li>%s: %s EUR</li>%n".formatted(escape(product.group(1)), product.group(2)));
            }
            return list.append("</ul>").toString();
        } catch (IOException e) {
            System.out.println("The catalog at " + CATALOG + " does not answer: " + e.getMessage());
            return "<p>The catalog is closed at the moment.</p>";
        }
    }

    private static String get(URI address) throws IOException {
        URLConnection connection = address.toURL().openConnection();
        connection.setConnectTimeout(1000);
        connection.setReadTimeout(1000);
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        try (exchange) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
