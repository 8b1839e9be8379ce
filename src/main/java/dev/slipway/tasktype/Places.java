package dev.slipway.tasktype;

import dev.slipway.catalog.Environment;
import dev.slipway.catalog.MissingPart;
import dev.slipway.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Finds the environment that a task names, and its target. */
@ApplicationScoped
public class Places {

    private final Targets targets;

    Places(Targets targets) {
        this.targets = targets;
    }

    /** @throws MissingPart if the release's project and region have no such environment */
    @Transactional
    public Place find(Ticket.Release release, String name) {
        var environment = Environment.find(release.projectId(), release.regionId(), name)
                .orElseThrow(() -> new MissingPart("There is no environment %s in this region.".formatted(name)));
        return new Place(environment.id(), name, targets.of(environment.kind()));
    }
}
