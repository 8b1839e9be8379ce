package dev.slipway.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A program that uses the API as programs should: whatever it gets no answer to it sends again, to any node, under the same
 * key, until it knows what became of it. It writes down what it was told.
 */
final class Client {

    static final String TOKEN = "a token for everything that this test does";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PIPELINES = "/v3/0/pipeline/pipelines";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Fleet fleet;
    private final List<Act> acts = new CopyOnWriteArrayList<>();
    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();

    Client(Fleet fleet) {
        this.fleet = fleet;
    }

    /** An answer that settles a request. */
    record Answer(int status, JsonNode body) {

        boolean isDone() {
            return status < 300;
        }
    }

    /**
     * Something that a person did and that was acknowledged.
     *
     * @param execution the id of the execution
     * @param task the task, for decisions and skips
     */
    record Act(String verb, String execution, @Nullable String task) {}

    /** An answer that says that Slipway is not well. */
    record Trouble(Instant at, String request, int status, String body) {}

    List<Act> acts() {
        return List.copyOf(acts);
    }

    List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    /** Creates a release task and gives its id. */
    String create(Random random, Map<String, ?> definition) {
        var answer = settle(random, "POST", PIPELINES, definition);
        if (!answer.isDone()) {
            throw new AssertionError("A release task was refused: %d %s".formatted(answer.status(), answer.body()));
        }
        return answer.body().path("id").asText();
    }

    /** Does something with a release task, and writes down what was acknowledged. */
    Answer act(Random random, String release, String verb, Map<String, ?> body) {
        var action = verb.equals("agree") || verb.equals("refuse") ? "approval" : verb;
        var answer = settle(random, "POST", "%s/%s/action?action_id=%s".formatted(PIPELINES, release, action), body);
        if (answer.isDone()) {
            var task = body.get("task_name");
            acts.add(new Act(verb, answer.body().path("id").asText(), task == null ? null : task.toString()));
        } else if (answer.status() != 409) {
            throw new AssertionError("%s %s was answered %d %s".formatted(verb, body, answer.status(), answer.body()));
        }
        return answer;
    }

    /** The latest execution of a release task, with everything in it. */
    JsonNode latest(Random random, String release) {
        var list = get(random, "%s/%s/records?limit=1".formatted(PIPELINES, release));
        var id = list.path("records").path(0).path("id").asText();
        return get(random, "%s/%s/records/%s".formatted(PIPELINES, release, id));
    }

    private JsonNode get(Random random, String path) {
        var answer = settle(random, "GET", path, Map.of());
        if (!answer.isDone()) {
            throw new AssertionError("GET %s was answered %d %s".formatted(path, answer.status(), answer.body()));
        }
        return answer.body();
    }

    private Answer settle(Random random, String method, String path, Map<String, ?> body) {
        var key = new UUID(random.nextLong(), random.nextLong()).toString();
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            try {
                var answer = send(fleet.any(random), method, path, key, body);
                if (answer != null) {
                    return answer;
                }
                Thread.sleep(50 + random.nextInt(150));
            } catch (InterruptedException e) {
                throw new IllegalStateException("The test was given up", e);
            }
        }
        throw new AssertionError("Nobody answered %s %s for %s".formatted(method, path, PATIENCE));
    }

    private @Nullable Answer send(Node node, String method, String path, String key, Map<String, ?> body)
            throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(node.at(path))
                    .timeout(Duration.ofSeconds(6))
                    .header("X-Auth-Token", TOKEN)
                    .header("Content-Type", "application/json");
            request = method.equals("GET")
                    ? request.GET()
                    : request.header("Idempotency-Key", key)
                            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                troubles.add(new Trouble(
                        Instant.now(), "%s %s".formatted(method, path), answer.statusCode(), answer.body()));
                return null;
            }
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            throw new AssertionError("%s %s was answered with something else than JSON".formatted(method, path), e);
        } catch (IOException unknown) {
            return null;
        }
    }
}
