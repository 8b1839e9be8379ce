package dev.slipway.target.kubernetes;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How to run a component, in the words of this target; see {@code KubernetesSpec} of the task types for what they mean. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Workload(
        @Nullable String image,
        @Nullable Integer replicas,
        @Nullable Resources resources,
        @Nullable List<String> ports,
        @Nullable List<String> command,
        @Nullable Map<String, String> variables,
        @Nullable String files,
        @Nullable Probe readiness,
        @Nullable Probe liveness,
        @Nullable String strategy,
        @Nullable String maxSurge,
        @Nullable String maxUnavailable,
        @Nullable String gateway,
        @Nullable List<String> hosts,
        @Nullable Integer canaryWeight,
        @Nullable Map<String, Object> stable,
        @Nullable String manifests,
        @Nullable String order,
        @Nullable List<String> customOrders,
        @Nullable String conflicts) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PORT = Pattern.compile("(?:([a-z0-9-]+)=)?(\\d+)(?::(\\d+))?");
    private static final String FILE = "=== ";

    /** What a pod asks for at least, and what it gets at the most, in quantities of Kubernetes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Resources(
            @Nullable String cpuRequest,
            @Nullable String cpuLimit,
            @Nullable String memoryRequest,
            @Nullable String memoryLimit) {}

    /** How Kubernetes finds out whether a pod is well. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Probe(
            @Nullable String path,
            @Nullable Integer port,
            @Nullable Integer delaySeconds,
            @Nullable Integer periodSeconds,
            @Nullable Integer timeoutSeconds,
            @Nullable Integer failures) {}

    /** A port of the service, and the port of the container behind it. */
    record Port(String name, int service, int container) {}

    /** Reads the spec of an order. */
    static Workload of(Map<String, Object> spec) {
        return JSON.convertValue(spec, Workload.class);
    }

    boolean isPlain() {
        return manifests != null;
    }

    boolean takesOver() {
        return "take_over".equals(conflicts);
    }

    /** The kinds in the order that was asked for; empty: the usual one. */
    List<String> kinds() {
        return "CUSTOM".equals(order) ? Objects.requireNonNullElse(customOrders, List.of()) : List.of();
    }

    /** The ports in order; the names are unique. */
    List<Port> portList() {
        var found = new ArrayList<Port>();
        for (var text : Objects.requireNonNullElse(ports, List.<String>of())) {
            var parts = PORT.matcher(text.strip());
            if (parts.matches()) {
                var service = Integer.parseInt(parts.group(2));
                var container = parts.group(3) == null ? service : Integer.parseInt(parts.group(3));
                found.add(new Port(Objects.requireNonNullElse(parts.group(1), "port-" + service), service, container));
            }
        }
        return found;
    }

    /** The configuration files, content by path; what is before the first path is under an empty one. */
    Map<String, String> fileMap() {
        var found = new LinkedHashMap<String, StringBuilder>();
        var path = "";
        for (var line : Objects.requireNonNullElse(files, "").lines().toList()) {
            if (line.startsWith(FILE)) {
                path = line.substring(FILE.length()).strip();
                found.put(path, new StringBuilder());
            } else if (!path.isEmpty() || !line.isBlank()) {
                found.computeIfAbsent(path, none -> new StringBuilder())
                        .append(line)
                        .append('\n');
            }
        }
        var files = new LinkedHashMap<String, String>();
        found.forEach((name, content) -> files.put(name, content.toString()));
        return files;
    }
}
