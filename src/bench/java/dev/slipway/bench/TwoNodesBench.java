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

/**
 * How many tasks two nodes end in a second, each pinned to a processor of its own, against one of them alone, and what else
 * works on the processors meanwhile: PostgreSQL, which has to do for each task what it has to do, whoever asks.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "uses taskset")
class TwoNodesBench {

    // Each asks for a task a second at the most; together more than two nodes can do, and for longer than is watched.
    private static final int RELEASES = 1_000;
    private static final int PHASES = 4;
    private static final int TASKS_OF_A_PHASE = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration WATCHED = Duration.ofSeconds(30);
    private static final int TICKS_A_SECOND = 100;
    private static final String PIPELINES = "/v3/0/pipeline/pipelines";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void countsTheTasksOfOneNodeAndOfTwo(@TempDir Path data) throws Exception {
        var one = watch(data, 1);
        var two = watch(data, 2);
        print("one_node", one);
        print("two_nodes", two);
        new Figure("two_nodes_to_one", two.tasksASecond() / one.tasksASecond(), "times", conditions()).print();
    }

    /** What happened meanwhile; processors in milliseconds of a task. */
    private record Watched(double tasksASecond, double nodes, double others, double idle) {}

    private static void print(String whose, Watched watched) {
        new Figure("tasks_a_second_of_" + whose, watched.tasksASecond(), "tasks/s", conditions()).print();
        new Figure("processor_time_a_task_of_" + whose, watched.nodes(), "ms", conditions()).print();
        new Figure("processor_time_a_task_beside_" + whose, watched.others(), "ms", conditions()).print();
        new Figure("processor_time_a_task_unused_by_" + whose, watched.idle(), "ms", conditions()).print();
    }

    private static String conditions() {
        return "%d releases of %d waits of a second at once, each node pinned to one processor, PostgreSQL on both, %s"
                .formatted(RELEASES, PHASES * TASKS_OF_A_PHASE, Figure.machine());
    }

    private Watched watch(Path data, int count) throws Exception {
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
            var before = Reading.of(settings, nodes);
            rest(WATCHED);
            return Reading.of(settings, nodes).since(before);
        } finally {
            nodes.forEach(PackagedSlipway::close);
            database.stop();
        }
    }

    /** How many tasks have ended, and how long processors have worked, for the nodes and at all, in milliseconds. */
    private record Reading(long tasks, double nodes, double busy, double idle) {

        static Reading of(Map<String, String> settings, List<PackagedSlipway> nodes) throws IOException, SQLException {
            var worked = 0.0;
            for (var node : nodes) {
                worked += node.process().info().totalCpuDuration().orElseThrow().toMillis();
            }
            // user, nice, system, idle, waiting for disks; see proc_stat(5).
            var ticks = Files.readAllLines(Path.of("/proc/stat"))
                    .get(0)
                    .replaceFirst("cpu +", "")
                    .split(" ", -1);
            var busy = Long.parseLong(ticks[0]) + Long.parseLong(ticks[1]) + Long.parseLong(ticks[2]);
            var idle = Long.parseLong(ticks[3]) + Long.parseLong(ticks[4]);
            return new Reading(ended(settings), worked, millis(busy), millis(idle));
        }

        Watched since(Reading before) {
            var ended = (double) tasks - before.tasks;
            var ours = nodes - before.nodes;
            return new Watched(
                    ended / WATCHED.toSeconds(),
                    ours / ended,
                    (busy - before.busy - ours) / ended,
                    (idle - before.idle) / ended);
        }

        private static double millis(long ticks) {
            return ticks * 1000.0 / TICKS_A_SECOND;
        }
    }

    private void execute(PackagedSlipway node) throws IOException, InterruptedException {
        for (int no = 0; no < RELEASES; no++) {
            var release = post(node, PIPELINES, JSON.writeValueAsString(definition(no)));
            post(node, "%s/%s/action?action_id=start".formatted(PIPELINES, release), "{}");
        }
    }

    private static Map<String, Object> definition(int no) {
        var phases = IntStream.range(0, PHASES)
                .mapToObj(phase -> Map.of("display_name", "Phase " + phase, "tasks", tasks(phase)))
                .toList();
        return Map.of("name", "release-" + no, "model_version", 2, "config_mode", "ui", "stages", phases);
    }

    private static List<Map<String, Object>> tasks(int phase) {
        return IntStream.range(0, TASKS_OF_A_PHASE)
                .mapToObj(order -> Map.of(
                        "display_name",
                        "Wait %d.%d".formatted(phase, order),
                        "task_type",
                        "wait",
                        "group_index",
                        "0",
                        "order_index",
                        order,
                        "input",
                        Map.of("seconds", 1)))
                .toList();
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
