package dev.slipway.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What builds made and deployments take. */
@ApplicationScoped
public class Artifacts {

    private final Clock clock;

    Artifacts(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a build made.
     *
     * @param location where the target keeps it, in the target's words; no other build's
     */
    public record Built(UUID environment, String name, String version, String location, long stepRun) {}

    /** Records what a build made; recording it again changes nothing. */
    @Transactional
    public void record(Built built) {
        if (!Artifact.isAt(built.environment(), built.location())) {
            Artifact.of(built, clock.instant()).persist();
        }
    }

    /** The newest artifact of this name, of this version if one is given. */
    @Transactional
    public Optional<Artifact> find(UUID environment, String name, Optional<String> version) {
        return version.map(wanted -> Artifact.find(environment, name, wanted))
                .orElseGet(() -> Artifact.findNewest(environment, name));
    }

    /** The names of what builds made in the environments of a project and region. */
    @Transactional
    public List<String> names(String projectId, String regionId) {
        return Artifact.names(projectId, regionId);
    }
}
