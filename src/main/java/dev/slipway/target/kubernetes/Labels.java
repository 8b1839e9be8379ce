package dev.slipway.target.kubernetes;

import static java.util.stream.Collectors.toCollection;

import dev.slipway.target.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The labels by which people and Slipway find what belongs to a component. */
final class Labels {

    static final String PREFIX = "slipway.dev/";

    /** Has the id of the component; pods have it, too. */
    static final String COMPONENT_ID = PREFIX + "component-id";

    private static final int LONGEST = 63;
    private static final List<String> PODS_IN = List.of("Deployment", "StatefulSet", "DaemonSet", "Job", "ReplicaSet");

    private Labels() {}

    /** Labels an object, and the pods it makes; their labels stay the same over versions, or each would restart them. */
    static void put(Map<String, Object> content, Order order) {
        var component = order.component();
        var labels = Values.inner(Values.inner(content, "metadata"), "labels");
        labels.put(COMPONENT_ID, component.id().toString());
        labels.put(PREFIX + "application", value(component.application()));
        labels.put(PREFIX + "component", value(component.name()));
        labels.put(PREFIX + "version", value(order.version()));
        labels.put(PREFIX + "execution", value(order.origin()));
        labels.putIfAbsent("app.kubernetes.io/managed-by", "slipway");
        var kind = Values.text(content.get("kind"));
        if (PODS_IN.contains(kind)) {
            podTemplate(Values.inner(content, "spec"), order);
        } else if (kind.equals("CronJob")) {
            var jobs = Values.inner(Values.inner(content, "spec"), "jobTemplate");
            podTemplate(Values.inner(jobs, "spec"), order);
        }
    }

    private static void podTemplate(Map<String, Object> spec, Order order) {
        var metadata = Values.inner(Values.inner(spec, "template"), "metadata");
        var id = order.component().id().toString();
        // The pods of a canary have a label of their own.
        Values.inner(metadata, "labels")
                .merge(COMPONENT_ID, id, (known, own) -> known.equals(Canary.name(id)) ? known : own);
    }

    /** What of a text can be the value of a label: 63 letters, digits, dots, hyphens and underscores. */
    static String value(String text) {
        var plain = text.replaceAll("[^A-Za-z0-9._-]+", "-");
        var cut = plain.substring(0, Math.min(LONGEST, plain.length()));
        return cut.replaceAll("^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", "");
    }

    /** A copy of an object that can be labelled without changing the original. */
    static Map<String, Object> copy(Map<String, Object> content) {
        var copy = new LinkedHashMap<String, Object>();
        content.forEach((name, value) -> copy.put(name, copyOf(value)));
        return copy;
    }

    private static Object copyOf(Object value) {
        if (value instanceof Map<?, ?>) {
            return copy(Values.map(value));
        }
        return value instanceof List<?> list
                ? list.stream().map(Labels::copyOf).collect(toCollection(ArrayList::new))
                : value;
    }
}
