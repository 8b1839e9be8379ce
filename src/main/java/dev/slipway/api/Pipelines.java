package dev.slipway.api;

import dev.slipway.project.Actor;
import dev.slipway.release.Definition;
import dev.slipway.release.ReleaseTask;
import dev.slipway.release.ReleaseTasks;
import dev.slipway.template.RemotePackages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Release tasks in the words of the API; everything is done by the verbs that pages call. */
@ApplicationScoped
class Pipelines {

    private final ReleaseTasks releases;
    private final RemotePackages packages;

    Pipelines(ReleaseTasks releases, RemotePackages packages) {
        this.releases = releases;
        this.packages = packages;
    }

    /**
     * What somebody wants, with the package that it names already there.
     *
     * @param fetched null where it names none
     */
    record Prepared(PipelineReader.Wish wish, RemotePackages.@Nullable Fetched fetched) {}

    /** Gets what a wish names, outside of any transaction. */
    Prepared prepare(Actor actor, String project, PipelineReader.Wish wish) {
        var source = wish.source();
        return new Prepared(wish, source == null ? null : packages.fetch(actor, project, source.source()));
    }

    @Transactional
    Answered create(Actor actor, ReleaseTask.Home home, Prepared prepared) {
        var definition = definition(home, prepared, null);
        var release = prepared.wish().store(() -> releases.create(actor, home, definition));
        imported(actor, release, prepared);
        return answered(release);
    }

    /** @param revision the one that the caller knows; empty: whatever is there */
    @Transactional
    Answered edit(Actor actor, ReleaseTask release, OptionalInt revision, Prepared prepared) {
        releases.forEditing(actor, release.id());
        var current = ReleaseTask.locked(release.id());
        var home = new ReleaseTask.Home(current.projectId(), current.regionId());
        var base = new ReleaseTasks.Base(current.id(), revision.orElse(current.revision()));
        var definition = definition(home, prepared, current.definition());
        var edited = prepared.wish().store(() -> releases.edit(actor, base, definition));
        imported(actor, edited, prepared);
        ReleaseTask.flush();
        return answered(edited);
    }

    @Transactional
    Answered copy(Actor actor, ReleaseTask release, String name, @Nullable String description) {
        var source = releases.forEditing(actor, release.id());
        var home = new ReleaseTask.Home(source.projectId(), source.regionId());
        var said = source.definition();
        var definition = new Definition(
                name, Objects.requireNonNullElse(description, said.description()), said.failMode(), said.phases());
        return answered(PipelineReader.storing(
                () -> releases.create(actor, home, definition), dev.slipway.release.Problem::path));
    }

    private Definition definition(ReleaseTask.Home home, Prepared prepared, @Nullable Definition before) {
        var definition = prepared.wish().definition(before);
        var source = prepared.wish().source();
        if (source == null || prepared.fetched() == null) {
            return definition;
        }
        var wish = new RemotePackages.Wish(
                definition.name(), definition.description(), source.environment(), source.values());
        return definition.withPhases(
                packages.definition(home, prepared.fetched(), wish).phases());
    }

    private void imported(Actor actor, ReleaseTask release, Prepared prepared) {
        if (prepared.fetched() != null) {
            packages.imported(actor, release, prepared.fetched());
        }
    }

    private static Answered answered(ReleaseTask release) {
        return Answered.of(PipelineBody.of(release), PipelineBody.etag(release));
    }
}
