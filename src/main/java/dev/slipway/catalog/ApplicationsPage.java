package dev.slipway.catalog;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages of all applications and of one show. */
public record ApplicationsPage(List<Entry> applications, boolean mayEdit) {

    /** An application with its components in all environments. */
    public record Entry(UUID id, String name, String description, List<Part> components) {}

    /**
     * A component, and what runs of it.
     *
     * @param environmentLink null where the environment is in another region, whose page is not the current one
     * @param heldFor the release that changes the component at this moment, if any
     */
    public record Part(
            UUID id,
            String name,
            String environment,
            @Nullable String environmentLink,
            @Nullable String version,
            @Nullable Instant since,
            @Nullable Origin origin,
            @Nullable String heldFor,
            @Nullable Instant heldSince,
            Health health) {}

    /** The execution that brought a version, by the name its release task had then. */
    public record Origin(UUID releaseId, String release, int executionNo) {}

    /** The only one, on the page of one. */
    public Entry only() {
        return applications.get(0);
    }

    static List<Entry> entries(
            List<Application> applications, List<Inventory.Row> rows, Map<UUID, Health> health, String region) {
        var parts = rows.stream().collect(groupingBy(Inventory.Row::applicationId));
        return applications.stream()
                .map(application -> new Entry(
                        application.id(),
                        application.name(),
                        application.description(),
                        parts.getOrDefault(application.id(), List.of()).stream()
                                .map(row -> part(row, health.getOrDefault(row.id(), Health.NOTHING), region))
                                .toList()))
                .toList();
    }

    private static Part part(Inventory.Row row, Health health, String region) {
        return new Part(
                row.id(),
                row.name(),
                row.environment(),
                row.region().equals(region) ? "/environments#env-" + row.environment() : null,
                row.version(),
                row.since(),
                origin(row),
                row.heldFor(),
                row.heldSince(),
                health);
    }

    static @Nullable Origin origin(Inventory.Row row) {
        var id = row.releaseId();
        var release = row.release();
        var no = row.executionNo();
        return id == null || release == null || no == null ? null : new Origin(id, release, no);
    }
}
