package dev.slipway.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Releases one thing after the other through a balancer, sends each request once, and minds every one that fails. */
final class Customer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PIPELINES = "/v3/0/pipeline/pipelines";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Balancer balancer;
    private final List<String> failures;
    private final String name;

    /** @param failures takes what failed */
    Customer(String name, Balancer balancer, List<String> failures) {
        this.name = name;
        this.balancer = balancer;
        this.failures = failures;
    }

    /** Releases until it is told to end, and gives how many requests that took. */
    int release(Recorder recorder, BooleanSupplier ends) throws InterruptedException {
        int requests = 0;
        for (int number = 0; !ends.getAsBoolean(); number++) {
            var created = send("POST", PIPELINES, definition("%s-%d".formatted(name, number), recorder));
            var address = "%s/%s".formatted(PIPELINES, created.path("id").asText());
            send("POST", address + "/action?action_id=start", Map.of());
            requests += 2;
            int status;
            do {
                Thread.sleep(50);
                status = send("GET", address, Map.of()).path("status").asInt();
                requests++;
            } while (status == 4 && failures.isEmpty());
            if (status != 2) {
                failures.add("%s ended as %d".formatted(address, status));
                return requests;
            }
        }
        return requests;
    }

    private static Map<String, Object> definition(String name, Recorder recorder) {
        var call = Map.of("method", "POST", "url", recorder.address("/slow/400"));
        var phase = Map.of(
                "display_name",
                "Phase",
                "tasks",
                List.of(
                        task(0, "http_request", call),
                        task(1, "wait", Map.of("seconds", 1)),
                        task(2, "http_request", call)));
        return Map.of("name", name, "model_version", 2, "config_mode", "ui", "stages", List.of(phase));
    }

    private static Map<String, Object> task(int order, String type, Map<String, ?> input) {
        return Map.of(
                "display_name",
                "Task %d".formatted(order),
                "task_type",
                type,
                "group_index",
                "0",
                "order_index",
                order,
                "input",
                input);
    }

    private JsonNode send(String method, String path, Map<String, ?> body) throws InterruptedException {
        var node = balancer.next();
        try {
            var request = HttpRequest.newBuilder(node.at(path))
                    .timeout(Duration.ofSeconds(10))
                    .header("X-Auth-Token", Client.TOKEN)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            method.equals("GET")
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                failures.add(
                        "%s %s at %s: %d %s".formatted(method, path, node.name(), answer.statusCode(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            failures.add("%s %s at %s: %s".formatted(method, path, node.name(), e));
            return JSON.nullNode();
        }
    }
}
