package dev.slipway.template;

import dev.slipway.audit.AuditSubject;
import dev.slipway.audit.AuditTrail;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.Inventory;
import dev.slipway.identity.Place;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.project.UnknownRecord;
import dev.slipway.release.Definition;
import dev.slipway.release.InvalidDefinition;
import dev.slipway.release.ReleaseTask;
import dev.slipway.release.ReleaseTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Takes packages in, keeps them while their variables are filled in, and makes release tasks of them. */
@ApplicationScoped
class Imports {

    private static final Duration KEPT_FOR = Duration.ofHours(1);
    private static final int MOST_PER_OWNER = 10;
    private static final int LONGEST_LABEL = 200;

    // What packages can be deployed to.
    private static final List<String> KINDS = List.of("process", PackageDefinition.KUBERNETES);

    private final ReleaseTasks releases;
    private final Inventory inventory;
    private final AuditTrail audit;
    private final Clock clock;

    Imports(ReleaseTasks releases, Inventory inventory, AuditTrail audit, Clock clock) {
        this.releases = releases;
        this.inventory = inventory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a package for an hour.
     *
     * @param name what people call it: a file, or an address without its parameters
     * @throws dev.slipway.project.Forbidden if the actor may not edit in the project
     * @throws RefusedPackage if it is no package, or a hostile one
     */
    @Transactional
    UUID store(Actor actor, Place place, String name, byte[] content) {
        actor.require(place.projectId(), Permission.EDIT);
        PackageArchive.read(content);
        var now = clock.instant();
        StoredPackage.delete("expiresAt <= ?1", now);
        StoredPackage.<StoredPackage>find("owner = ?1 order by createdAt desc", actor.username())
                .range(MOST_PER_OWNER - 1, MOST_PER_OWNER + 100)
                .stream()
                .forEach(StoredPackage::delete);
        var shown = name.replaceAll("\\p{Cntrl}", "?");
        var label = new StoredPackage.Label(
                place.projectId(), actor.username(), shown.substring(0, Math.min(shown.length(), LONGEST_LABEL)));
        var stored = StoredPackage.of(label, content, now, now.plus(KEPT_FOR));
        stored.persist();
        return stored.id();
    }

    /** A stored package, and what is in it. */
    record Opened(UUID id, String projectId, String name, TemplatePackage template) {}

    /**
     * Opens a package that the actor has stored.
     *
     * @throws UnknownRecord if it is not there any more, or none of the actor's business
     */
    @Transactional
    Opened open(Actor actor, Place place, UUID id) {
        var stored = StoredPackage.of(id, actor.username(), clock.instant());
        if (!stored.projectId().equals(place.projectId())) {
            throw new UnknownRecord("template package", id);
        }
        actor.require(stored.projectId(), Permission.EDIT);
        var template = PackageReader.read(PackageArchive.read(stored.content()), stored.projectId());
        return new Opened(id, stored.projectId(), stored.name(), template);
    }

    /** The names of the environments that packages can be deployed to. */
    @Transactional
    List<String> environments(Place place) {
        return environments(new ReleaseTask.Home(place.projectId(), place.region()));
    }

    /** The same, for who has no place. */
    @Transactional
    List<String> environments(ReleaseTask.Home home) {
        return Environment.of(home.projectId(), home.regionId()).stream()
                .filter(environment -> KINDS.contains(environment.kind()))
                .map(Environment::name)
                .toList();
    }

    /** The kind of an environment that packages can be deployed to. */
    @Transactional
    String kind(ReleaseTask.Home home, String environment) {
        return Environment.find(home.projectId(), home.regionId(), environment)
                .map(Environment::kind)
                .orElse("");
    }

    /**
     * Makes the release task, and forgets the package.
     *
     * @throws Unusable if the package can't be deployed with these values
     * @throws Refused if the release task breaks a rule of release tasks
     */
    @Transactional
    ReleaseTask create(Actor actor, Place place, Opened opened, PackageDefinition.Wish wish) {
        var home = new ReleaseTask.Home(place.projectId(), place.region());
        var made = PackageDefinition.of(opened.template(), wish, existing(home, wish.environment()));
        if (made.remarks().stream().anyMatch(Remark::wrong)) {
            throw new Unusable(made.remarks());
        }
        try {
            var release = releases.create(actor, home, made.definition());
            record(actor, opened, release);
            StoredPackage.delete("id", opened.id());
            return release;
        } catch (InvalidDefinition e) {
            throw new Refused(e, made.definition());
        }
    }

    /** Tells whether an application has a component of a name in an environment. */
    BiPredicate<String, String> existing(ReleaseTask.Home home, String environment) {
        var names = inventory.components(home.projectId()).stream()
                .filter(component -> component.region().equals(home.regionId())
                        && component.environment().equals(environment))
                .map(component -> component.application() + "/" + component.name())
                .collect(Collectors.toSet());
        return (application, component) -> names.contains(application + "/" + component);
    }

    private void record(Actor actor, Opened opened, ReleaseTask release) {
        var leftOut = opened.template().remarks().stream()
                .map(remark -> "%s: %s".formatted(remark.place(), remark.text()))
                .toList();
        audit.record(
                actor.username(),
                release.projectId(),
                "template_package_imported",
                new AuditSubject("release_task", release.id().toString(), release.name()),
                leftOut.isEmpty()
                        ? Map.of("package", opened.name())
                        : Map.of("package", opened.name(), "leftOut", leftOut));
    }

    /** A package can't be deployed with the values that its variables were given. */
    static class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient List<Remark> remarks;

        Unusable(List<Remark> remarks) {
            super("The package can't be deployed with these values");
            this.remarks = remarks;
        }

        List<Remark> remarks() {
            return remarks;
        }
    }

    /** The release task that a package would make breaks the rules of release tasks. */
    static class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient InvalidDefinition why;
        private final transient Definition definition;

        Refused(InvalidDefinition why, Definition definition) {
            super(why);
            this.why = why;
            this.definition = definition;
        }

        InvalidDefinition why() {
            return why;
        }

        Definition definition() {
            return definition;
        }
    }
}
