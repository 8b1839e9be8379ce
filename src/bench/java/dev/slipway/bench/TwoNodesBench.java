package dev.slipway.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How many tasks two nodes end in a second, each pinned to a processor of its own, against one of them alone. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "uses taskset")
class TwoNodesBench {

    // Each asks for a task a second at the most; together more than two nodes can do.
    private static final int RELEASES = 1_000;
    private static final int TASKS = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration WATCHED = Duration.ofSeconds(30);
    private static final String PIPELINES = "/v3/0/pipeline/pipelines";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void countsTheTasksOfOneNodeAndOfTwo(@TempDir Path data) throws Exception {
        var one = tasksASecond(data, 1);
        var two = tasksASecond(data, 2);
        var conditions =
                "%d releases of %d waits of a second at once, each node pinned to one processor, PostgreSQL on both, %s"
                        .formatted(RELEASES, TASKS, Figure.machine());
        new Figure("tasks_a_second_of_one_node", one, "tasks/s", conditions).print();
        new Figure("tasks_a_second_of_two_nodes", two, "tasks/s", conditions).print();
        new Figure("two_nodes_to_one", two / one, "times", conditions).print();
    }

    private double tasksASecond(Path data, int count) throws Exception {
        var database = new DurableDatabase();
        List<PackagedSlipway> nodes = new ArrayList<>();
        try {
            var settings = database.start();
            for (int number = 0; number < count; number++) {
                var directory = Files.createDirectories(data.resolve("%d-%d".formatted(count, number)));
                nodes.add(PackagedSlipway.startPinned(number, directory, PackagedSlipway.on(settings)));
            }
            execute(nodes.get(0));
            rest(WARM_UP);
            var before = ended(settings);
            rest(WATCHED);
            return (ended(settings) - before) / (double) WATCHED.toSeconds();
        } finally {
            nodes.forEach(PackagedSlipway::close);
            database.stop();
        }
    }

    private void execute(PackagedSlipway node) throws IOException, InterruptedException {
        for (int no = 0; no < RELEASES; no++) {
            var release = post(node, PIPELINES, JSON.writeValueAsString(definition(no)));
            post(node, "%s/%s/action?action_id=start".formatted(PIPELINES, release), "{}");
        }
    }

    private static Map<String, Object> definition(int no) {
        var tasks = IntStream.range(0, TASKS)
                .mapToObj(order -> Map.of(
                        "display_name",
                        "Wait " + order,
                        "task_type",
                        "wait",
                        "group_index",
                        "0",
                        "order_index",
                        order,
                        "input",
                        Map.of("seconds", 1)))
                .toList();
        return Map.of(
                "name",
                "release-" + no,
                "model_version",
                2,
                "config_mode",
                "ui",
                "stages",
                List.of(Map.of("display_name", "Phase", "tasks", tasks)));
    }

    private String post(PackagedSlipway node, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(node.address().resolve(path))
                .header("X-Auth-Token", PackagedSlipway.TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body()).path("id").asText();
    }

    private static long ended(Map<String, String> settings) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        Objects.requireNonNull(settings.get("quarkus.datasource.jdbc.url")),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from step_run where status = 2")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void rest(Duration time) {
        Awaitility.await("a while")
                .pollDelay(time)
                .timeout(time.multipliedBy(2))
                .until(() -> true);
    }
}
