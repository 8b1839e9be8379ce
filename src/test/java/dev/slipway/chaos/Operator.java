package dev.slipway.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;

/** Somebody who executes one release task after the other, and does to them whatever comes to mind. */
final class Operator {

    private static final int FAILED = 3;
    private static final int TO_BE_APPROVED = 5;
    private static final int PAUSED = 7;
    private static final int STOPPING = 13;
    private static final List<Integer> ENDED = List.of(2, 3, 11, 12);

    private final int number;
    private final Random random;
    private final Client client;
    private final Definitions definitions;
    private final BooleanSupplier closing;
    private int releases;
    private String release = "";

    /** @param closing whether whatever is open is to be brought to its end */
    Operator(int number, Random random, Client client, Definitions definitions, BooleanSupplier closing) {
        this.number = number;
        this.random = random;
        this.client = client;
        this.definitions = definitions;
        this.closing = closing;
    }

    /** Executes a release task and stays until it has ended for good. */
    void trial() throws InterruptedException {
        if (releases == 0 || chance(60)) {
            release = client.create(random, definitions.random("release-%d-%d".formatted(number, releases++), random));
        }
        client.act(random, release, "start", Map.of());
        int revivals = 0;
        for (; ; ) {
            var record = client.latest(random, release);
            if (!ENDED.contains(record.path("status").asInt())) {
                accompany(record);
            } else if (closing.getAsBoolean() || revivals++ == 3 || !revive(record)) {
                return;
            }
            Thread.sleep(50 + random.nextInt(250));
        }
    }

    /** Does something with an execution that is on its way, or leaves it alone. */
    private void accompany(JsonNode record) throws InterruptedException {
        var status = record.path("status").asInt();
        var waiting = tasks(record, TO_BE_APPROVED);
        if ((status == PAUSED || status == STOPPING) && (closing.getAsBoolean() || chance(40))) {
            act(!closing.getAsBoolean() && chance(10) ? "stop" : "continue", Map.of());
        } else if (!waiting.isEmpty() && (closing.getAsBoolean() || chance(45))) {
            decide(waiting.get(random.nextInt(waiting.size())));
        } else if (!closing.getAsBoolean()) {
            meddle(record);
        }
    }

    private void meddle(JsonNode record) {
        var failed = tasks(record, FAILED);
        if (chance(3)) {
            act("stop", Map.of());
        } else if (chance(2)) {
            act("terminate", Map.of());
        } else if (!failed.isEmpty() && chance(6)) {
            act("skip", Map.of("task_name", name(failed.get(0)), "message", "not today"));
        }
    }

    /** Decides, sometimes together with somebody else who wants the opposite; only one of them may win. */
    private void decide(JsonNode task) {
        var verdict = closing.getAsBoolean() || chance(85) ? "agree" : "refuse";
        if (!chance(25)) {
            decide(random, task, verdict);
            return;
        }
        var other = new Random(random.nextLong());
        var rival = CompletableFuture.runAsync(() -> decide(other, task, verdict.equals("agree") ? "refuse" : "agree"));
        decide(random, task, verdict);
        rival.join();
    }

    private void decide(Random whose, JsonNode task, String verdict) {
        client.act(
                whose,
                release,
                verdict,
                Map.of("task_name", name(task), "approval_type", verdict, "message", "operator " + number));
    }

    /** Takes up again what has ended, or says false. */
    private boolean revive(JsonNode record) {
        var status = record.path("status").asInt();
        var failed = tasks(record, FAILED).stream()
                .filter(task -> !task.path("task_type").asText().startsWith("manual"))
                .toList();
        if ((status == 3 || status == 12) && chance(60)) {
            return act("retry", failed.isEmpty() || chance(60) ? Map.of() : chosen(record, failed));
        }
        if ((status == 3 || status == 12) && !failed.isEmpty() && chance(40)) {
            return act("skip", Map.of("task_name", name(failed.get(0)), "message", "never mind"));
        }
        return (status == 2 || status == 3) && chance(40) && act("rollback", Map.of());
    }

    private Map<String, Object> chosen(JsonNode record, List<JsonNode> failed) {
        var name = name(failed.get(random.nextInt(failed.size())));
        for (var stage : record.path("stage_states")) {
            for (var task : stage.path("task_states")) {
                if (name(task).equals(name)) {
                    return Map.of(
                            "selected_tasks",
                            List.of(Map.of("stage_name", stage.path("name").asText(), "tasks", List.of(name))));
                }
            }
        }
        return Map.of();
    }

    private boolean act(String verb, Map<String, ?> body) {
        return client.act(random, release, verb, body).isDone();
    }

    private static List<JsonNode> tasks(JsonNode record, int status) {
        var tasks = new ArrayList<JsonNode>();
        for (var stage : record.path("stage_states")) {
            StreamSupport.stream(stage.path("task_states").spliterator(), false)
                    .filter(task -> task.path("status").asInt() == status)
                    .forEach(tasks::add);
        }
        return tasks;
    }

    private static String name(JsonNode task) {
        return task.path("name").asText();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
