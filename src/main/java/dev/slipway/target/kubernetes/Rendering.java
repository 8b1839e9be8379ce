package dev.slipway.target.kubernetes;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.target.Order;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the objects that run an image: a Deployment, a Service where it has ports, a ConfigMap where it has files. */
final class Rendering {

    private static final String VOLUME = "slipway-files";
    // Part of the key of a port: some API servers (seen with 1.20) take no applied list of ports without it.
    private static final String TCP = "TCP";
    private static final int LONGEST_NAME = 52;
    private static final int HASH_DIGITS = 8;

    private final String name;
    private final String id;
    private final String image;
    private final Workload workload;

    /** {@code id} is the label by which its pods are found. */
    private Rendering(String name, String id, String image, Workload workload) {
        this.name = name;
        this.id = id;
        this.image = image;
        this.workload = workload;
    }

    /** The objects of an image, and of what it runs beside, in the order in which they are applied, without labels. */
    static List<Map<String, Object>> of(Order order, Workload workload) {
        var name = name(order.component().name());
        var id = order.component().id().toString();
        var image = requireNonNullElse(workload.image(), order.artifact());
        if (workload.stable() == null || workload.canaryWeight() == null) {
            var objects = new Rendering(name, id, image, workload).objects();
            if (workload.gateway() != null) {
                objects.add(Route.to(name, workload));
            }
            return objects;
        }
        var stable = Workload.of(workload.stable());
        var objects = new Rendering(name, id, requireNonNullElse(stable.image(), ""), stable).objects();
        objects.addAll(new Rendering(Canary.name(name), Canary.name(id), image, workload).objects());
        objects.add(Route.split(name, stable, workload, workload.canaryWeight()));
        return objects;
    }

    private List<Map<String, Object>> objects() {
        var objects = new ArrayList<Map<String, Object>>();
        if (!workload.fileMap().isEmpty()) {
            objects.add(configMap());
        }
        if (!workload.portList().isEmpty()) {
            objects.add(service());
        }
        objects.add(deployment());
        return objects;
    }

    /** A name for objects: small letters, digits and hyphens, of which names of pods can be made. */
    static String name(String component) {
        var plain = component.toLowerCase(Locale.ROOT).replace('_', '-');
        return plain.substring(0, Math.min(LONGEST_NAME, plain.length())).replaceAll("-+$", "");
    }

    /** Its name has a hash of its content, so that new files make new pods, and old ones keep the old files. */
    private Map<String, Object> configMap() {
        var data = new LinkedHashMap<String, Object>();
        var number = 0;
        for (var content : workload.fileMap().values()) {
            data.put("file-" + number++, content);
        }
        var map = object("v1", "ConfigMap", filesName());
        map.put("data", data);
        return map;
    }

    private String filesName() {
        try {
            var bytes = String.valueOf(workload.files()).getBytes(StandardCharsets.UTF_8);
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return name + "-" + hash.substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private Map<String, Object> service() {
        var ports = workload.portList().stream()
                .map(port -> map(
                        "name", port.name(), "port", port.service(), "targetPort", port.container(), "protocol", TCP))
                .toList();
        var service = object("v1", "Service", name);
        service.put("spec", map("selector", map(Labels.COMPONENT_ID, id), "ports", ports));
        return service;
    }

    private Map<String, Object> deployment() {
        var pod = map("containers", List.of(container()));
        if (!workload.fileMap().isEmpty()) {
            pod.put("volumes", List.of(map("name", VOLUME, "configMap", map("name", filesName()))));
        }
        var spec = map(
                "replicas",
                requireNonNullElse(workload.replicas(), 1),
                "selector",
                map("matchLabels", map(Labels.COMPONENT_ID, id)),
                "strategy",
                strategy(),
                "template",
                map("metadata", map("labels", map(Labels.COMPONENT_ID, id)), "spec", pod));
        var deployment = object("apps/v1", "Deployment", name);
        deployment.put("spec", spec);
        return deployment;
    }

    private Map<String, Object> strategy() {
        var type = requireNonNullElse(workload.strategy(), "RollingUpdate");
        var strategy = map("type", type);
        if (type.equals("RollingUpdate")) {
            var rolling = new LinkedHashMap<String, Object>();
            put(rolling, "maxSurge", count(workload.maxSurge()));
            put(rolling, "maxUnavailable", count(workload.maxUnavailable()));
            put(strategy, "rollingUpdate", rolling.isEmpty() ? null : rolling);
        }
        return strategy;
    }

    private static @Nullable Object count(@Nullable String text) {
        return text == null || text.endsWith("%") ? text : (Object) Integer.valueOf(text);
    }

    private Map<String, Object> container() {
        var container = map("name", "main", "image", image);
        var command = workload.command();
        put(
                container,
                "command",
                command == null ? null : command.stream().map(Literal::of).toList());
        var ports = workload.portList().stream()
                .map(port -> map("name", port.name(), "containerPort", port.container(), "protocol", TCP))
                .toList();
        put(container, "ports", ports.isEmpty() ? null : ports);
        var variables = requireNonNullElse(workload.variables(), Map.<String, String>of()).entrySet().stream()
                .map(entry -> map("name", entry.getKey(), "value", Literal.of(entry.getValue())))
                .toList();
        put(container, "env", variables.isEmpty() ? null : variables);
        put(container, "resources", resources());
        put(container, "readinessProbe", probe(workload.readiness()));
        put(container, "livenessProbe", probe(workload.liveness()));
        put(container, "volumeMounts", mounts());
        return container;
    }

    private @Nullable Object mounts() {
        var mounts = new ArrayList<Map<String, Object>>();
        for (var path : workload.fileMap().keySet()) {
            mounts.add(map("name", VOLUME, "mountPath", path, "subPath", "file-" + mounts.size(), "readOnly", true));
        }
        return mounts.isEmpty() ? null : mounts;
    }

    private @Nullable Object resources() {
        var wanted = workload.resources();
        if (wanted == null) {
            return null;
        }
        var requests = new LinkedHashMap<String, Object>();
        put(requests, "cpu", wanted.cpuRequest());
        put(requests, "memory", wanted.memoryRequest());
        var limits = new LinkedHashMap<String, Object>();
        put(limits, "cpu", wanted.cpuLimit());
        put(limits, "memory", wanted.memoryLimit());
        var resources = new LinkedHashMap<String, Object>();
        put(resources, "requests", requests.isEmpty() ? null : requests);
        put(resources, "limits", limits.isEmpty() ? null : limits);
        return resources.isEmpty() ? null : resources;
    }

    private @Nullable Object probe(Workload.@Nullable Probe wanted) {
        if (wanted == null || wanted.path() == null) {
            return null;
        }
        var first = workload.portList().stream().map(Workload.Port::container).findFirst();
        var port = wanted.port() == null ? first.orElse(0) : wanted.port();
        var probe = map("httpGet", map("path", wanted.path(), "port", port));
        put(probe, "initialDelaySeconds", wanted.delaySeconds());
        put(probe, "periodSeconds", wanted.periodSeconds());
        put(probe, "timeoutSeconds", wanted.timeoutSeconds());
        put(probe, "failureThreshold", wanted.failures());
        return probe;
    }

    private static Map<String, Object> object(String apiVersion, String kind, String name) {
        return map("apiVersion", apiVersion, "kind", kind, "metadata", map("name", name));
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            map.put(String.valueOf(keysAndValues[index]), keysAndValues[index + 1]);
        }
        return map;
    }
}
