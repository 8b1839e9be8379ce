package dev.slipway.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The other side of HTTP Request: writes down every call, and answers the same to each call of an attempt.
 *
 * <p>The address says what becomes of a call: {@code /ok}, {@code /slow/MILLISECONDS}, {@code /flaky} (500 for some
 * attempts), {@code /drop} (hangs up on some attempts), {@code /poll/N} (as expected from call N on).
 */
final class Recorder implements AutoCloseable {

    /**
     * A call.
     *
     * @param key the id of the order, which Slipway sends as {@code Idempotency-Key}
     * @param good whether it was answered as the task expects; false also if it was not answered at all
     */
    record Call(String key, String path, Instant at, Instant answered, boolean good) {

        /** Whether the task asks again until it is answered as expected. */
        boolean isPoll() {
            return path.startsWith("/poll/");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    Recorder() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Whether every call of this attempt is answered as the task expects, sooner or later. */
    static boolean isGood(String path, String key) {
        var unlucky = Math.floorMod(key.substring(0, key.lastIndexOf('-')).hashCode() * 31, 5) < 2;
        return !unlucky || !(path.equals("/flaky") || path.equals("/drop"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var at = Instant.now();
        var path = exchange.getRequestURI().getPath();
        var key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        var good = isGood(path, key);
        var parts = path.split("/", -1);
        if (parts[1].equals("slow")) {
            pause(Integer.parseInt(parts[2]));
        }
        if (parts[1].equals("poll")) {
            var count =
                    counts.computeIfAbsent(key, unused -> new AtomicInteger()).incrementAndGet();
            good = count >= Integer.parseInt(parts[2]);
        }
        calls.add(new Call(key, path, at, Instant.now(), good));
        try (exchange) {
            if (good || !path.equals("/drop")) {
                var body = (good ? "done" : "not yet").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(good || parts[1].equals("poll") ? 200 : 500, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
