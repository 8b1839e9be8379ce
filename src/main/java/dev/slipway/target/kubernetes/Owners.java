package dev.slipway.target.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who manages which fields of an object, as the API server keeps it in {@code metadata.managedFields}: maps of
 * {@code f:name}, and {@code k:{"name":"main"}} for an entry of a list (structured-merge-diff, FieldsV1).
 */
final class Owners {

    private final List<ManagedFieldsEntry> entries;

    private Owners(List<ManagedFieldsEntry> entries) {
        this.entries = entries;
    }

    static Owners of(GenericKubernetesResource object) {
        var entries = object.getMetadata().getManagedFields();
        return new Owners(entries == null ? List.of() : entries);
    }

    /** Who else but Slipway manages a field: the last one to change something; empty if nobody does. */
    String other(Leaves.Path path) {
        return entries.stream()
                .filter(entry -> !Cluster.MANAGER.equals(entry.getManager()))
                .filter(entry ->
                        entry.getFieldsV1() != null && has(entry.getFieldsV1().getAdditionalProperties(), path.parts()))
                .max(Comparator.comparing(entry -> Objects.requireNonNullElse(entry.getTime(), "")))
                .map(entry -> Objects.requireNonNullElse(entry.getManager(), ""))
                .orElse("");
    }

    /** Whoever manages a whole manages its parts. */
    private static boolean has(@Nullable Map<String, Object> fields, List<String> path) {
        var at = fields;
        for (var part : path) {
            if (at == null || at.isEmpty()) {
                return at != null;
            }
            at = inner(at, part);
        }
        return at != null;
    }

    private static @Nullable Map<String, Object> inner(Map<String, Object> fields, String part) {
        if (!part.startsWith("[")) {
            return fields.get("f:" + part) == null ? null : Values.map(fields.get("f:" + part));
        }
        var name = "\"name\":\"" + part.substring(1, part.length() - 1) + "\"";
        return fields.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith("k:") && entry.getKey().contains(name))
                .map(entry -> Values.map(entry.getValue()))
                .findFirst()
                .orElse(null);
    }
}
