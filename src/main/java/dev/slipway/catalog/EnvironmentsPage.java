package dev.slipway.catalog;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the page of the environments of a region shows. */
public record EnvironmentsPage(String region, List<Entry> environments, boolean mayEdit) {

    /**
     * An environment with the components in it.
     *
     * @param kind what it is made of, as its target calls it: {@code process}
     */
    public record Entry(
            UUID id, String name, String description, String kind, Connected connected, List<Part> components) {}

    /** Whether an environment has been told how it is reached. */
    public enum Connected {
        YES,
        NOT_YET,
        /** Its kind needs none. */
        NEEDLESS
    }

    /** A component, and the version that runs of it. */
    public record Part(UUID id, String name, String application, @Nullable String version) {}

    static EnvironmentsPage of(
            String region,
            List<Environment> environments,
            Predicate<String> connectable,
            List<Inventory.Row> rows,
            boolean mayEdit) {
        var parts = rows.stream().collect(groupingBy(Inventory.Row::environmentId));
        return new EnvironmentsPage(
                region,
                environments.stream()
                        .map(environment -> new Entry(
                                environment.id(),
                                environment.name(),
                                environment.description(),
                                environment.kind(),
                                connectable.test(environment.kind())
                                        ? (environment.connectionEdition > 0 ? Connected.YES : Connected.NOT_YET)
                                        : Connected.NEEDLESS,
                                parts.getOrDefault(environment.id(), List.of()).stream()
                                        .map(row -> new Part(row.id(), row.name(), row.application(), row.version()))
                                        .toList()))
                        .toList(),
                mayEdit);
    }
}
