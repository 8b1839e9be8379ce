package dev.slipway.release;

import dev.slipway.execution.Execution;
import dev.slipway.execution.PhaseRun;
import dev.slipway.execution.Status;
import dev.slipway.project.Actor;
import dev.slipway.project.UnknownRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks up the executions of a release task, newest first and a page at a time. */
@ApplicationScoped
class Records {

    static final int PAGE_SIZE = 20;

    /**
     * The page after the execution of a number, or before it, or the first one.
     *
     * @param no 0: the first page
     * @throws UnknownRecord if the release task is none of the actor's business
     */
    @Transactional
    public RecordsPage page(Actor actor, UUID id, int no, boolean backwards) {
        var release = ReleaseTask.byId(id).seenBy(actor);
        var found = backwards ? newerThan(release, no) : olderThan(release, no > 0 ? no : Integer.MAX_VALUE);
        var more = found.size() > PAGE_SIZE;
        if (no > 0 && (found.isEmpty() || (backwards && !more))) {
            return page(actor, id, 0, false);
        }
        var shown = new ArrayList<>(more ? found.subList(0, PAGE_SIZE) : found);
        if (backwards) {
            Collections.reverse(shown);
        }
        return new RecordsPage(
                id,
                release.name(),
                release.latestExecution().map(Execution::status).orElse(Status.NOT_EXECUTED),
                rows(shown),
                paging(id, shown, no > 0, more || backwards));
    }

    // Executions of a project that the release task was in before are none of the present one's business.
    private static List<Execution> olderThan(ReleaseTask release, int no) {
        var older = "releaseTaskId = ?1 and projectId = ?2 and no < ?3 order by no desc";
        return Execution.<Execution>find(older, release.id(), release.projectId(), no)
                .range(0, PAGE_SIZE)
                .list();
    }

    private static List<Execution> newerThan(ReleaseTask release, int no) {
        var newer = "releaseTaskId = ?1 and projectId = ?2 and no > ?3 order by no";
        return Execution.<Execution>find(newer, release.id(), release.projectId(), no)
                .range(0, PAGE_SIZE)
                .list();
    }

    private static Paging paging(UUID id, List<Execution> shown, boolean previous, boolean next) {
        if (shown.isEmpty()) {
            return new Paging(null, null);
        }
        var path = "/releases/%s/executions".formatted(id);
        return new Paging(
                previous ? "%s?before=%d".formatted(path, shown.get(0).no()) : null,
                next ? "%s?after=%d".formatted(path, shown.get(shown.size() - 1).no()) : null);
    }

    private static List<RecordsPage.Row> rows(List<Execution> executions) {
        var phases = PhaseRun.ofExecutions(
                        executions.stream().map(Execution::id).toList())
                .stream()
                .collect(Collectors.groupingBy(PhaseRun::executionId));
        return executions.stream().map(execution -> row(execution, phases)).toList();
    }

    private static RecordsPage.Row row(Execution execution, Map<Long, List<PhaseRun>> all) {
        var phases = all.getOrDefault(execution.id(), List.of());
        var ended = execution.endedAt();
        return new RecordsPage.Row(
                execution.no(),
                execution.status(),
                PhaseMark.strip(phases),
                phases.stream().mapToInt(PhaseRun::succeeded).sum(),
                phases.stream().mapToInt(PhaseRun::selected).sum(),
                execution.startedAt(),
                ended == null ? null : Duration.between(execution.startedAt(), ended),
                execution.startedBy(),
                execution.startedBySchedule());
    }
}
