package dev.slipway.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What really answers on the ports of the components, against what the catalog says. */
record ComponentCheck(Postgres postgres, List<Integer> ports, Findings findings) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final String CATALOG =
            """
            select c.name || ' ' || v.version, v.spec ->> 'port'
            from component c join component_version v on v.id = c.running_version_id
            """;

    /** What a terminated task put back may still be starting, so this waits until both are the same, for a while. */
    void check() throws SQLException, InterruptedException {
        var catalog = new HashMap<Integer, String>();
        ports.forEach(port -> catalog.put(port, "nothing"));
        postgres.query(CATALOG, row -> Map.entry(row.count(2), row.string(1)))
                .forEach(entry -> catalog.put(entry.getKey(), entry.getValue()));
        var end = Instant.now().plus(PATIENCE);
        while (!catalog.equals(real()) && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }
        findings.expect(catalog.equals(real()), "The catalog says that %s runs, but it is %s", catalog, real());
    }

    private Map<Integer, String> real() throws InterruptedException {
        var real = new HashMap<Integer, String>();
        for (var port : ports) {
            real.put(port, answer(port));
        }
        return real;
    }

    private static String answer(int port) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(port)))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "status %d".formatted(answer.statusCode());
        } catch (IOException nobody) {
            return "nothing";
        }
    }
}
