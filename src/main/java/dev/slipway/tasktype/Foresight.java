package dev.slipway.tasktype;

import static java.util.stream.Collectors.toSet;

import dev.slipway.catalog.Component;
import dev.slipway.catalog.Components;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.MissingPart;
import dev.slipway.target.ComponentRef;
import dev.slipway.target.Order;
import dev.slipway.target.Previewing;
import dev.slipway.target.TargetProblem;
import dev.slipway.target.Targets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What tasks would change as things stand, as far as their environments can say so. */
@ApplicationScoped
public class Foresight {

    /** Stands for a component that there is none of yet. */
    private static final UUID NONE = new UUID(0, 0);

    private final TaskTypes types;
    private final Targets targets;
    private final Components components;
    private final Places places;
    private final Specs specs;
    private final Versions versions;
    private final Clock clock;

    Foresight(
            TaskTypes types,
            Targets targets,
            Components components,
            Places places,
            Specs specs,
            Versions versions,
            Clock clock) {
        this.types = types;
        this.targets = targets;
        this.components = components;
        this.places = places;
        this.specs = specs;
        this.versions = versions;
        this.clock = clock;
    }

    /** A task of a release. */
    public record Task(String title, String type, Map<String, Object> input) {}

    /**
     * What a task would change.
     *
     * @param target what it acts on, for people
     * @param problem why that can't be told, as a sentence; empty if it can
     */
    public record Foreseen(Task task, String target, List<Previewing.Change> changes, String problem) {}

    /** Those tasks about which an environment can say what they would change. */
    @Transactional
    public List<Task> among(Ticket.Release release, List<Task> tasks) {
        var able = Environment.of(release.projectId(), release.regionId()).stream()
                .filter(environment -> targets.kinds().contains(environment.kind())
                        && targets.of(environment.kind()) instanceof Previewing)
                .map(Environment::name)
                .collect(toSet());
        return able.isEmpty()
                ? List.of()
                : tasks.stream()
                        .filter(task -> types.intention(task.type(), release, task.input())
                                .filter(found -> able.contains(found.address().environment()))
                                .isPresent())
                        .toList();
    }

    /** What one of them would change. It asks the environment, so this is for outside of transactions. */
    public Foreseen of(Ticket.Release release, Task task) {
        var target = types.target(task.type(), task.input());
        try {
            var changes = types.intention(task.type(), release, task.input())
                    .map(intention -> changes(release, intention))
                    .orElse(List.of());
            return new Foreseen(task, target, changes, "");
        } catch (TargetProblem | MissingPart e) {
            return new Foreseen(task, target, List.of(), Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }

    private List<Previewing.Change> changes(Ticket.Release release, Foreseeable.Intention intention) {
        var address = intention.address();
        var place = places.find(release, address.environment());
        if (!(place.target() instanceof Previewing target)) {
            return List.of();
        }
        var component = components.find(address);
        var said = intention.said();
        var wanted = new Versions.Wanted(
                intention.version(), said.artifact(), intention.artifactVersion(), specs.words(said, place));
        var content = versions.content(component, place, wanted);
        var ref = new ComponentRef(
                component.map(Component::id).orElse(NONE),
                address.application(),
                address.name(),
                address.environment(),
                place.environment());
        var now = clock.instant();
        var number = Objects.requireNonNullElseGet(intention.version(), () -> VersionNumber.at(now));
        return target.preview(
                new Order("foreseen", ref, number, release.title(), content.artifact(), content.spec(), Duration.ZERO));
    }
}
