package dev.slipway.editor;

import dev.slipway.execution.Execution;
import dev.slipway.project.Actor;
import dev.slipway.project.Conflict;
import dev.slipway.project.Locked;
import dev.slipway.project.Permission;
import dev.slipway.release.Definition;
import dev.slipway.release.Keys;
import dev.slipway.release.ReleaseTask;
import dev.slipway.release.ReleaseTasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The one door to drafts. They are a person's own working copies, so only saving one leaves a trace for others. */
@ApplicationScoped
class Drafts {

    private static final int MOST_DRAFTS = 100;

    private final ReleaseTasks releases;
    private final Orchestration orchestration;
    private final Clock clock;

    Drafts(ReleaseTasks releases, Orchestration orchestration, Clock clock) {
        this.releases = releases;
        this.orchestration = orchestration;
        this.clock = clock;
    }

    /**
     * A draft of a release task that is not there yet.
     *
     * @throws dev.slipway.project.Forbidden if the actor may not edit in the project
     * @throws Conflict if the actor has too many drafts
     */
    @Transactional
    UUID create(Actor actor, ReleaseTask.Home home, Definition definition) {
        actor.require(home.projectId(), Permission.EDIT);
        if (Draft.count("owner = ?1 and projectId = ?2", actor.username(), home.projectId()) >= MOST_DRAFTS) {
            throw new Conflict("You have %d drafts in this project. Save or discard one first.".formatted(MOST_DRAFTS));
        }
        var draft = Draft.ofNew(actor.username(), home, definition.withKeys(Keys::random), clock.instant());
        draft.persist();
        return draft.id;
    }

    /**
     * The actor's draft of a release task; one that nobody has touched starts from the release task as it is now.
     *
     * @throws dev.slipway.project.UnknownRecord if the release task is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not edit in the project
     * @throws dev.slipway.execution.AlreadyActive if an execution is active
     */
    @Transactional
    UUID open(Actor actor, UUID releaseId) {
        var release = releases.forEditing(actor, releaseId);
        Execution.requireNoneActive(releaseId);
        // Two tabs that open the editor at once come one after the other here.
        Locked.fresh(release);
        var mine = Draft.find(actor.username(), releaseId);
        if (mine.isPresent() && mine.get().isTouched()) {
            return mine.get().id;
        }
        var draft = mine.orElseGet(() -> Draft.of(actor.username(), release, clock.instant()));
        draft.basedOn(release.definition(), release.revision());
        draft.change(release.definition(), clock.instant());
        draft.persist();
        return draft.id;
    }

    /**
     * Changes the actor's own draft.
     *
     * @throws dev.slipway.project.UnknownRecord if it is not there, or somebody else's
     * @throws Refused if the change is not possible
     */
    @Transactional
    Draft change(Actor actor, UUID id, UnaryOperator<Definition> change) {
        var draft = Locked.fresh(Draft.of(actor, id));
        var changed = change.apply(draft.definition);
        if (!changed.equals(draft.definition)) {
            draft.change(changed, clock.instant());
        }
        return draft;
    }

    /**
     * Does what a button of the orchestration asks for.
     *
     * @param shape the fingerprint of the orchestration that the button belongs to
     * @throws dev.slipway.project.UnknownRecord if the draft is not there, or somebody else's
     * @throws Refused if the draft has another shape by now, or the change is not possible
     */
    @Transactional
    Orchestration.Done arrange(Actor actor, UUID id, String shape, String change) {
        var draft = Locked.fresh(Draft.of(actor, id));
        if (!shape.equals(Fingerprint.shape(draft.definition))) {
            throw Refused.stale();
        }
        var done = orchestration.apply(draft.definition, change);
        draft.change(done.definition(), clock.instant());
        return done;
    }

    /**
     * Drops the actor's own draft; the release task stays as it is.
     *
     * @return the release task; null if there is none yet
     */
    @Transactional
    @Nullable
    UUID discard(Actor actor, UUID id) {
        var draft = Draft.of(actor, id);
        draft.delete();
        return draft.releaseTaskId;
    }

    /**
     * Makes the draft what the release task says, and ends it.
     *
     * @param over the revision that the actor has seen and saves over all the same; null: the one that the draft began from
     * @return the release task
     * @throws dev.slipway.release.EditedMeanwhile if somebody else has saved since that revision
     * @throws dev.slipway.execution.AlreadyActive if an execution is active
     * @throws dev.slipway.release.InvalidDefinition if anything is wrong with it
     */
    @Transactional
    UUID save(Actor actor, UUID id, @Nullable Integer over) {
        var draft = Locked.fresh(Draft.of(actor, id));
        var release = draft.releaseTaskId == null
                ? releases.create(actor, draft.home(), draft.definition)
                : releases.edit(
                        actor,
                        new ReleaseTasks.Base(draft.releaseTaskId, over == null ? draft.baseRevision : over),
                        draft.definition);
        draft.delete();
        return release.id();
    }

    /**
     * Changes name, description and policy of a release task at once; the actor's own draft of it takes them over.
     *
     * @throws dev.slipway.release.EditedMeanwhile if somebody else has saved since that revision
     * @throws dev.slipway.execution.AlreadyActive if an execution is active
     * @throws dev.slipway.release.InvalidDefinition if anything is wrong with it
     */
    @Transactional
    void saveBasics(Actor actor, ReleaseTasks.Base base, BasicsText text) {
        var moved = releases.move(actor, base, text.project());
        var here = new ReleaseTasks.Base(base.id(), moved.revision());
        var saved = releases.edit(actor, here, text.in(moved.definition()));
        Draft.find(actor.username(), base.id())
                .filter(draft -> draft.baseRevision == base.revision())
                .ifPresent(draft -> {
                    draft.basedOn(saved.definition(), saved.revision());
                    draft.change(text.in(draft.definition), clock.instant());
                });
    }

    /** The actor's drafts in a place with something in them, the latest first. */
    @Transactional
    List<Draft> unsaved(Actor actor, ReleaseTask.Home home, int most) {
        return Draft.<Draft>find(
                        "owner = ?1 and projectId = ?2 and regionId = ?3 and (base is null or base != definition)"
                                + " order by updatedAt desc",
                        actor.username(),
                        home.projectId(),
                        home.regionId())
                .page(0, most)
                .list();
    }
}
