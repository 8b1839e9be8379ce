package dev.slipway.catalog;

import dev.slipway.project.Actor;
import dev.slipway.project.Details;
import dev.slipway.project.Problem;
import dev.slipway.project.Rejected;
import dev.slipway.target.Connectable;
import dev.slipway.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The door through which environments come into being. */
@ApplicationScoped
public class Environments {

    private final Parts parts;
    private final Targets targets;
    private final Clock clock;

    Environments(Parts parts, Targets targets, Clock clock) {
        this.parts = parts;
        this.targets = targets;
        this.clock = clock;
    }

    /** The kinds that this Slipway can release to. */
    List<String> kinds() {
        return targets.kinds();
    }

    /** Whether environments of a kind have to be told how they are reached. */
    boolean isConnectable(String kind) {
        return kinds().contains(kind) && targets.of(kind) instanceof Connectable;
    }

    /**
     * Creates an environment by hand.
     *
     * @param kind one of {@link #kinds}
     * @return where it is, or where it is told how it is reached
     * @throws Rejected if something is wrong with the details, or there is no such kind
     * @throws dev.slipway.project.Forbidden if the actor may not
     */
    @Transactional
    public String create(Actor actor, Environment.Home home, Details details, String kind) {
        actor.require(home.projectId(), PartKind.ENVIRONMENT.permission());
        if (!kinds().contains(kind)) {
            throw new Rejected(Problem.of("kind", Problem.Reason.KIND_MISSING));
        }
        var environment = Environment.of(home, details, kind, clock.instant());
        parts.add(actor, environment, Map.of("region", home.regionId(), "kind", kind));
        return isConnectable(kind) ? environment.connectionPath() : environment.path();
    }
}
