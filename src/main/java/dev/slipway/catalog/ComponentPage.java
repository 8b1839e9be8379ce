package dev.slipway.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a component shows.
 *
 * @param health how it does at this moment
 */
public record ComponentPage(
        Facts facts, Inventory.Row row, Health health, boolean mayEdit, Versions versions, History history) {

    /** What was said when it was created or edited. */
    public record Facts(String description, Instant createdAt, String createdBy) {}

    /**
     * Some of its versions, newest first.
     *
     * @param later whether there are newer ones before these
     * @param more the last of these, if there are older ones
     */
    public record Versions(List<Version> rows, boolean later, @Nullable UUID more) {}

    /**
     * A version.
     *
     * @param execution where the execution is that made it, if that is known
     * @param earlier the number of the version before it, if there is one
     */
    public record Version(
            String version,
            String artifact,
            Instant createdAt,
            String createdBy,
            @Nullable String execution,
            boolean running,
            @Nullable String earlier) {

        static Version of(Component component, ComponentVersion version, @Nullable String earlier) {
            return new Version(
                    version.version(),
                    version.artifact(),
                    version.createdAt(),
                    version.createdBy(),
                    version.execution(),
                    component.runningVersionId().filter(version.id()::equals).isPresent(),
                    earlier);
        }
    }

    /**
     * What ran, newest first.
     *
     * @param later whether there is newer before these
     * @param more the last of these, if there is older
     */
    public record History(List<ComponentDeployment> rows, boolean later, @Nullable UUID more) {}

    static ComponentPage of(
            Component component, Inventory.Row row, boolean mayEdit, Versions versions, History history) {
        var facts = new Facts(component.description(), component.createdAt(), component.createdBy());
        return new ComponentPage(facts, row, Health.NOTHING, mayEdit, versions, history);
    }

    ComponentPage with(Health now) {
        return new ComponentPage(facts, row, now, mayEdit, versions, history);
    }

    /** The execution that brought what runs; null if nothing runs. */
    public ApplicationsPage.@Nullable Origin origin() {
        return ApplicationsPage.origin(row);
    }
}
