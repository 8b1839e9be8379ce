package dev.slipway.tasktype;

import dev.slipway.catalog.Artifact;
import dev.slipway.catalog.Artifacts;
import dev.slipway.catalog.Component;
import dev.slipway.catalog.ComponentVersion;
import dev.slipway.catalog.Components;
import dev.slipway.catalog.MissingPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what a task asks for, an artifact and how to run it, into a version of a component. */
@ApplicationScoped
public class Versions {

    private final Components components;
    private final Artifacts artifacts;

    Versions(Components components, Artifacts artifacts) {
        this.components = components;
        this.artifacts = artifacts;
    }

    /**
     * What a task asks for.
     *
     * @param version the number of the version; null: the time at which the attempt started
     * @param artifact the name of the artifact; null: the spec says what runs
     * @param artifactVersion its version; null: the newest
     * @param spec how to run it; what is missing is taken from the version that runs
     */
    public record Wanted(
            @Nullable String version,
            @Nullable String artifact,
            @Nullable String artifactVersion,
            Map<String, Object> spec) {}

    /** @throws MissingPart if there is no such artifact in the environment, or the version exists with other content */
    @Transactional
    ComponentVersion prepare(Ticket<?> ticket, Deployment.Wish wish) {
        var wanted = wish.version();
        var content = content(Optional.of(wish.component()), wish.place(), wanted);
        var creator = Deployment.provenance(ticket);
        if (wanted.version() != null) {
            return components
                    .version(wish.component().id(), wanted.version(), content, creator)
                    .orElseThrow(() -> new MissingPart(
                            "Version %s of %s exists already with other content. Give the new one another number."
                                    .formatted(wanted.version(), wish.address().title())));
        }
        var base = VersionNumber.at(ticket.startedAt());
        // The number has only the ones digit of the second, so two of a minute can meet.
        for (int tie = 1; ; tie++) {
            var version =
                    components.version(wish.component().id(), tie == 1 ? base : base + "." + tie, content, creator);
            if (version.isPresent()) {
                return version.get();
            }
        }
    }

    /**
     * What a version would have in it as things stand.
     *
     * @param component empty if there is none yet
     * @throws MissingPart if there is no such artifact in the environment
     */
    @Transactional
    ComponentVersion.Content content(Optional<Component> component, Place place, Wanted wanted) {
        var target = place.target();
        var spec = target.merge(component.map(Versions::before).orElse(Map.of()), wanted.spec());
        if (wanted.artifact() == null) {
            return new ComponentVersion.Content(target.runs(spec), spec);
        }
        var location = artifact(place, wanted, wanted.artifact()).location();
        return new ComponentVersion.Content(location, target.running(spec, location));
    }

    private Artifact artifact(Place place, Wanted wanted, String name) {
        var version = Optional.ofNullable(wanted.artifactVersion());
        return artifacts
                .find(place.environment(), name, version)
                .orElseThrow(() -> new MissingPart("There is no artifact %s in %s. Build it first."
                        .formatted(name + version.map(number -> " " + number).orElse(""), place.name())));
    }

    private static Map<String, Object> before(Component component) {
        return component
                .runningVersionId()
                .map(running -> ComponentVersion.byId(running).spec())
                .orElse(Map.of());
    }

    @Transactional
    ComponentVersion byId(UUID id) {
        return ComponentVersion.byId(id);
    }
}
