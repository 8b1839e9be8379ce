package dev.slipway.execution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import dev.slipway.live.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The Release Process View: phases one after another, groups side by side, tasks below each other.
 *
 * @param live the live view that keeps it up to date; null where nothing has been executed yet
 * @param version the change that it shows
 * @param operations what the audience may do with the release task; null unless this is its latest execution
 */
public record ProcessView(
        @Nullable String live, long version, Summary summary, List<Phase> phases, @Nullable Operations operations) {

    // The page of a process this long leaves out what is in its ended phases until somebody asks for it.
    private static final int LONG = 150;

    // More than these are better looked for in the process itself.
    private static final int MOST_FAILED = 5;

    /**
     * A phase.
     *
     * @param no counts from 1
     * @param current it has tasks at work or waiting
     * @param tasks how many it has, selected or not
     * @param open whether its cards are there
     */
    public record Phase(
            int no,
            String title,
            Status status,
            int selected,
            int succeeded,
            int tasks,
            boolean current,
            boolean open,
            List<Group> groups) {}

    /** A group; {@code no} counts from 1. */
    public record Group(int no, List<Card> cards) {}

    /**
     * An execution as an audience sees it.
     *
     * @param asked the number of a phase that is open whatever the length of the process; null: none
     */
    public static ProcessView of(Execution execution, Audience audience, @Nullable Integer asked) {
        var phases = execution.phases();
        var isLong = phases.stream().mapToInt(PhaseRun::tasks).sum() >= LONG;
        var open = phases.stream()
                .filter(phase -> !isLong || !hasEnded(phase) || isNumber(phase, asked))
                .map(PhaseRun::index)
                .collect(toSet());
        return of(execution, CardFacts.in(execution, open), phases, open, audience);
    }

    /** What changed of it after a version: only the cards that changed, in their phases. */
    static ProcessView since(Execution execution, long version, Audience audience) {
        var steps = CardFacts.changedSince(execution, version);
        var touched = steps.stream().map(CardFacts::phase).collect(toSet());
        var all = of(execution, steps, execution.phases(), touched, audience);
        return new ProcessView(
                all.live,
                all.version,
                all.summary,
                all.phases.stream()
                        .filter(phase -> touched.contains(phase.no() - 1))
                        .toList(),
                all.operations);
    }

    private static ProcessView of(
            Execution execution, List<CardFacts> steps, List<PhaseRun> phases, Set<Integer> open, Audience audience) {
        var href = Card.execution(execution.releaseTaskId(), execution.no());
        Map<Integer, List<CardFacts>> byPhase = steps.stream().collect(groupingBy(CardFacts::phase));
        var views = new ArrayList<Phase>();
        for (var phase : phases) {
            var groups = byPhase.getOrDefault(phase.index(), List.of()).stream()
                    .collect(groupingBy(
                            CardFacts::group, TreeMap::new, mapping(step -> Card.of(step, href, audience), toList())));
            views.add(phase(phase, groups, open.contains(phase.index())));
        }
        var asked = CardFacts.standing(execution, Status.TO_BE_APPROVED).stream()
                .map(step -> Card.of(step, href, audience))
                .toList();
        var summary = new Summary(
                execution.status(),
                execution.currentPhase() + 1,
                phases.size(),
                Summary.Numbers.of(phases),
                asked,
                failed(execution, audience),
                execution.message(),
                execution.remark());
        return new ProcessView(
                "execution:" + execution.id(), execution.changeNo(), summary, views, operations(execution, audience));
    }

    private static boolean hasEnded(PhaseRun phase) {
        return phase.status() == Status.SUCCESSFUL || phase.status() == Status.SKIPPED;
    }

    private static boolean isNumber(PhaseRun phase, @Nullable Integer no) {
        return no != null && no == phase.index() + 1;
    }

    private static Phase phase(PhaseRun phase, Map<Integer, List<Card>> groups, boolean open) {
        var status = phase.status();
        return new Phase(
                phase.index() + 1,
                phase.displayName(),
                status,
                phase.selected(),
                phase.succeeded(),
                phase.tasks(),
                status.isActive(),
                open,
                groups.entrySet().stream()
                        .map(group -> new Group(group.getKey() + 1, group.getValue()))
                        .toList());
    }

    /** What a release task would do that has not been executed yet. */
    public static ProcessView of(Plan plan) {
        var phases = new ArrayList<Phase>();
        for (var phase : plan.phases()) {
            var groups = new ArrayList<Group>();
            for (var group : phase.groups()) {
                groups.add(new Group(
                        groups.size() + 1, group.stream().map(Card::planned).toList()));
            }
            phases.add(new Phase(
                    phases.size() + 1,
                    phase.displayName(),
                    Status.NOT_EXECUTED,
                    phase.steps().size(),
                    0,
                    phase.steps().size(),
                    false,
                    true,
                    groups));
        }
        var numbers = new Summary.Numbers((int) plan.selected(), 0, 0, 0, 0, 0, 0);
        var summary = new Summary(Status.NOT_EXECUTED, 0, phases.size(), numbers, List.of(), List.of(), null, null);
        return new ProcessView(null, 0, summary, phases, null);
    }

    private static List<Summary.FailedTask> failed(Execution execution, Audience audience) {
        var operations = operations(execution, audience);
        if (operations == null || !operations.offer(Operation.RETRY)) {
            return List.of();
        }
        var href = Card.execution(execution.releaseTaskId(), execution.no());
        return CardFacts.standing(execution, Status.RELEASE_FAILED).stream()
                .limit(MOST_FAILED)
                .map(step -> Summary.FailedTask.of(step, href))
                .toList();
    }

    private static @Nullable Operations operations(Execution execution, Audience audience) {
        return execution.isLatest()
                ? Operations.of(
                        execution.releaseTaskId(),
                        execution.releaseName(),
                        execution.status(),
                        execution.no(),
                        audience.permissions())
                : null;
    }
}
