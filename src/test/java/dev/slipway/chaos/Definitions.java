package dev.slipway.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Makes up release tasks. */
record Definitions(Recorder recorder, Path journal, List<Integer> ports) {

    static final String ENVIRONMENT = "arena";
    static final String APPLICATION = "circus";
    static final String SOURCE = "service";

    private static final List<String> COMPONENTS = List.of("lion", "tiger");

    /** The release task that makes what the others work on: the application, an artifact and both components. */
    Map<String, Object> opening() {
        var build = group(
                0, List.of(task(0, "build", build()), task(1, "create_application", Map.of("name", APPLICATION))));
        var create = new ArrayList<Map<String, Object>>();
        for (int component = 0; component < COMPONENTS.size(); component++) {
            create.addAll(group(component, List.of(task(0, "create_component", deployment(component, false)))));
        }
        return definition("opening", "stop", List.of(stage(0, build), stage(1, create)));
    }

    /**
     * A random one, of up to three phases of up to three groups of up to three tasks.
     *
     * @param name unique
     */
    Map<String, Object> random(String name, Random random) {
        var stages = new ArrayList<Map<String, Object>>();
        for (int stage = 0; stage <= random.nextInt(3); stage++) {
            var tasks = new ArrayList<Map<String, Object>>();
            for (int group = 0; group <= random.nextInt(3); group++) {
                for (int order = 0; order <= random.nextInt(3); order++) {
                    tasks.addAll(group(group, List.of(random(order, random))));
                }
            }
            stages.add(stage(stage, tasks));
        }
        return definition(name, random.nextBoolean() ? "stop" : "continue", stages);
    }

    private Map<String, Object> random(int order, Random random) {
        var dice = random.nextInt(100);
        if (dice < 48) {
            return task(order, "http_request", call(random));
        }
        if (dice < 60) {
            return task(order, "wait", Map.of("seconds", 1 + random.nextInt(2)));
        }
        if (dice < 72) {
            return task(order, "manual_approval", Map.of());
        }
        if (dice < 82) {
            return task(order, "manual_trigger", Map.of());
        }
        if (dice < 86) {
            return task(order, "build", build());
        }
        if (dice < 89) {
            return task(order, "create_application", Map.of("name", "app-" + random.nextInt(20)));
        }
        var type = dice < 92 ? "create_component" : "update_component";
        return task(order, type, deployment(random.nextInt(COMPONENTS.size()), random.nextInt(4) == 0));
    }

    private Map<String, Object> call(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> request("POST", "/ok");
            case 1 -> request("POST", "/flaky");
            case 2 -> request("POST", "/drop");
            case 3 -> {
                var poll = new HashMap<>(request("GET", "/poll/" + (1 + random.nextInt(4))));
                poll.putAll(Map.of("expectBody", "done", "pollSeconds", 1));
                yield poll;
            }
            default -> request("POST", "/slow/" + random.nextInt(3000));
        };
    }

    private Map<String, Object> request(String method, String path) {
        return Map.of("method", method, "url", recorder.address(path));
    }

    private Map<String, Object> build() {
        return Map.of(
                "environment",
                ENVIRONMENT,
                "source",
                SOURCE,
                "command",
                List.of("/bin/sh", "build.sh", journal.toString()),
                "output",
                "out",
                "artifact",
                SOURCE);
    }

    private Map<String, Object> deployment(int component, boolean broken) {
        return Map.of(
                "application",
                APPLICATION,
                "component",
                COMPONENTS.get(component),
                "environment",
                ENVIRONMENT,
                "artifact",
                SOURCE,
                "healthySeconds",
                broken ? 3 : 30,
                "run",
                Map.of(
                        "command",
                        command(),
                        "port",
                        ports.get(component),
                        "health",
                        "/",
                        "variables",
                        Map.of("BROKEN", String.valueOf(broken))));
    }

    private List<String> command() {
        var java = "java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xmx16m -cp .";
        return Stream.concat(Stream.of(java.split(" ", -1)), Stream.of(Service.class.getName(), journal.toString()))
                .toList();
    }

    private static List<Map<String, Object>> group(int group, List<Map<String, Object>> tasks) {
        return tasks.stream()
                .map(task -> {
                    Map<String, Object> member = new HashMap<>(task);
                    member.put("group_index", String.valueOf(group));
                    return member;
                })
                .toList();
    }

    private static Map<String, Object> task(int order, String type, Map<String, ?> input) {
        return Map.of("task_type", type, "order_index", order, "input", input);
    }

    private static Map<String, Object> stage(int index, List<Map<String, Object>> tasks) {
        var named = tasks.stream().map(task -> named(index, task)).toList();
        return Map.of("display_name", "Phase " + index, "tasks", named);
    }

    /** The audit trail knows tasks by their titles only. */
    private static Map<String, Object> named(int stage, Map<String, Object> task) {
        Map<String, Object> named = new HashMap<>(task);
        named.put(
                "display_name",
                "%s %d.%s.%s"
                        .formatted(task.get("task_type"), stage, task.get("group_index"), task.get("order_index")));
        return named;
    }

    private static Map<String, Object> definition(String name, String mode, List<Map<String, Object>> stages) {
        return Map.of("name", name, "model_version", 2, "config_mode", "ui", "fail_mode", mode, "stages", stages);
    }
}
