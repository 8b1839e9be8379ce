package dev.slipway.trigger;

import static java.util.stream.Collectors.toSet;

import dev.slipway.execution.Execution;
import dev.slipway.execution.NothingSelected;
import dev.slipway.execution.Status;
import dev.slipway.project.Actor;
import dev.slipway.project.Permission;
import dev.slipway.release.ExecutePage;
import dev.slipway.release.Paging;
import dev.slipway.release.ReleaseTask;
import dev.slipway.release.Step;
import dev.slipway.web.FormProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what the pages of a trigger policy show. */
@ApplicationScoped
class TriggerPages {

    static final int PAGE_SIZE = 20;
    private static final int NEXT_STARTS = 5;

    private final Clock clock;

    TriggerPages(Clock clock) {
        this.clock = clock;
    }

    /**
     * The policy with its starts before a time.
     *
     * @param before null: the newest starts
     * @throws dev.slipway.project.UnknownRecord if the release task is none of the actor's business
     */
    @Transactional
    TriggerPage show(Actor actor, UUID id, @Nullable Instant before) {
        var release = ReleaseTask.byId(id).seenBy(actor);
        var policy = TriggerPolicy.find(id);
        var offset = policy.map(set -> set.timing().offset()).orElse(0);
        var found =
                TriggerStart.before(id, before == null ? Instant.parse("2200-01-01T00:00:00Z") : before, PAGE_SIZE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE_SIZE));
        return new TriggerPage(
                id,
                release.name(),
                release.latestExecution().map(Execution::status).orElse(Status.NOT_EXECUTED),
                actor.may(release.projectId(), Permission.EXECUTE),
                policy.map(set -> describe(release, set)).orElseGet(TriggerPages::neverSet),
                policy.map(set -> next(set.schedules(), offset)).orElse(List.of()),
                shown.stream().map(start -> start(start, offset)).toList(),
                paging(id, before != null, found.size() > PAGE_SIZE ? shown.get(PAGE_SIZE - 1) : null));
    }

    /** The next starts of schedules, as clocks at an offset show them. */
    List<TriggerPage.Moment> next(Schedules schedules, int offset) {
        return schedules.next(NEXT_STARTS, clock.instant()).stream()
                .map(at -> moment(at, offset))
                .toList();
    }

    /**
     * The dialog as things stand.
     *
     * @throws dev.slipway.project.UnknownRecord if the release task is none of the actor's business
     * @throws dev.slipway.project.Forbidden if the actor may not execute it
     */
    @Transactional
    TriggerDialog ask(Actor actor, UUID id) {
        var release = executable(actor, id);
        var policy = TriggerPolicy.find(id);
        var tasks =
                policy.map(TriggerPolicy::tasks).<Set<String>>map(Set::copyOf).orElseGet(() -> names(release));
        return new TriggerDialog(
                ExecutePage.of(release, tasks, null),
                policy.map(TriggerPolicy::revision).orElse(0),
                policy.isEmpty(),
                policy.map(TriggerPolicy::timing).orElseGet(Timing::untouched),
                List.of());
    }

    /** The dialog with what was sent, and what is wrong with it. */
    @Transactional
    TriggerDialog askAgain(
            Actor actor, UUID id, TriggerForm form, @Nullable String tasksProblem, List<FormProblem> problems) {
        var release = executable(actor, id);
        return new TriggerDialog(
                ExecutePage.of(release, form.tasks(), tasksProblem),
                TriggerPolicy.find(id).map(TriggerPolicy::revision).orElse(0),
                false,
                form.timing(),
                problems);
    }

    /**
     * The tasks that a selection means; null: all of them, whatever is added later.
     *
     * @throws NothingSelected if nothing is selected
     * @throws dev.slipway.release.UnknownTasks if a name is no task of the release task
     */
    @Transactional
    @Nullable
    Set<String> meaning(Actor actor, UUID id, Set<String> selected) {
        var release = executable(actor, id);
        release.requireTasks(selected);
        if (selected.isEmpty()) {
            throw new NothingSelected();
        }
        return selected.equals(names(release)) ? null : selected;
    }

    private static ReleaseTask executable(Actor actor, UUID id) {
        var release = ReleaseTask.byId(id).seenBy(actor);
        actor.require(release.projectId(), Permission.EXECUTE);
        return release;
    }

    private static Set<String> names(ReleaseTask release) {
        return release.steps().stream().map(Step::name).collect(toSet());
    }

    private static TriggerPage.Policy neverSet() {
        return new TriggerPage.Policy(Timing.untouched(), List.of(), Offsets.inWords(0), null, null, List.of(), null);
    }

    private static TriggerPage.Policy describe(ReleaseTask release, TriggerPolicy policy) {
        var timing = policy.timing();
        var tasks = policy.tasks();
        var set = new TriggerPage.Set(policy.setByName(), policy.setAt());
        return new TriggerPage.Policy(
                timing,
                policy.hooks(),
                Offsets.inWords(timing.offset()),
                once(policy).orElse(null),
                tasks == null ? null : tasks(release, Set.copyOf(tasks)),
                tasks == null ? List.of() : gone(release, tasks),
                set);
    }

    private static TriggerPage.Tasks tasks(ReleaseTask release, Set<String> chosen) {
        var steps = release.steps();
        var titles = steps.stream()
                .filter(step -> chosen.contains(step.name()))
                .map(Step::displayName)
                .toList();
        return TriggerPage.Tasks.of(titles, steps.size());
    }

    private static List<String> gone(ReleaseTask release, List<String> chosen) {
        var names = names(release);
        return chosen.stream().filter(task -> !names.contains(task)).sorted().toList();
    }

    /** Reckoned from its setting, so that it is still known when it has passed. */
    private static Optional<String> once(TriggerPolicy policy) {
        var timing = policy.timing();
        return timing.kind() == Timing.Kind.ONCE
                ? policy.schedules().next(policy.setAt()).map(at -> Offsets.inWords(at, timing.offset()))
                : Optional.empty();
    }

    private static TriggerPage.Start start(TriggerStart start, int offset) {
        return new TriggerPage.Start(
                moment(start.dueAt(), offset), start.outcome(), start.executionNo(), start.reason());
    }

    private static TriggerPage.Moment moment(Instant at, int offset) {
        return new TriggerPage.Moment(at, Offsets.inWords(at, offset));
    }

    private static Paging paging(UUID id, boolean later, @Nullable TriggerStart last) {
        var path = "/releases/%s/trigger".formatted(id);
        return new Paging(later ? path : null, last == null ? null : "%s?before=%s".formatted(path, last.dueAt()));
    }
}
