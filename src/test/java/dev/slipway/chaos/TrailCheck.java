package dev.slipway.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The audit trail against what people were told: whatever was acknowledged happened once, whatever happened was
 * acknowledged, and nothing happens in an execution after its end.
 */
record TrailCheck(History history, List<Client.Act> acts, Findings findings) {

    /** What people do, and how the trail calls it. Stop is in the trail as Terminate where it ended a paused execution. */
    private static final Map<Set<String>, Set<String>> VERBS = Map.of(
            Set.of("start", "rollback"), Set.of("execution_started", "rollback_started"),
            Set.of("stop", "terminate"), Set.of("execution_stopped", "execution_terminated"),
            Set.of("continue"), Set.of("execution_continued"),
            Set.of("retry"), Set.of("execution_retried"),
            Set.of("skip"), Set.of("task_skipped"),
            Set.of("agree"), Set.of("checkpoint_agreed"),
            Set.of("refuse"), Set.of("checkpoint_rejected"));

    private static final Set<String> WORK =
            Set.of("task_succeeded", "task_failed", "checkpoint_agreed", "checkpoint_rejected");
    private static final Set<String> REVIVALS = Set.of("execution_retried", "task_skipped");

    void check() {
        var told = acts.stream().collect(Collectors.groupingBy(act -> Long.parseLong(act.execution())));
        var trail = history.eventsByExecution();
        Stream.concat(told.keySet().stream(), history.executions().stream().map(History.Execution::id))
                .distinct()
                .forEach(id -> checkVerbs(id, told.getOrDefault(id, List.of()), trail.getOrDefault(id, List.of())));
        trail.forEach(this::checkEnd);
        history.attempts().forEach(attempt -> checkWork(attempt, trail));
    }

    private void checkVerbs(long id, List<Client.Act> told, List<History.Event> events) {
        VERBS.forEach((verbs, kinds) -> {
            var acknowledged =
                    told.stream().filter(act -> verbs.contains(act.verb())).count();
            var happened = events.stream()
                    .filter(event -> kinds.contains(event.kind()))
                    .count();
            findings.expect(
                    acknowledged == happened,
                    "Execution %d: %s was acknowledged %d times and happened %d times",
                    id,
                    verbs,
                    acknowledged,
                    happened);
        });
    }

    private void checkEnd(long execution, List<History.Event> events) {
        var ended = false;
        for (var event : events) {
            findings.expect(
                    !(ended && WORK.contains(event.kind())),
                    "Execution %d: %s of %s at %s, after its end",
                    execution,
                    event.kind(),
                    event.task(),
                    event.at());
            ended = event.kind().equals("execution_ended") || (ended && !REVIVALS.contains(event.kind()));
        }
    }

    /** Each attempt comes to one thing, and the trail has it once. */
    private void checkWork(History.Attempt attempt, Map<Long, List<History.Event>> trail) {
        var step = history.step(attempt);
        var kinds = trail.getOrDefault(step.execution(), List.of()).stream()
                .filter(event -> event.attempt() == attempt.no()
                        && event.task().equals(step.title())
                        && WORK.contains(event.kind()))
                .toList();
        var expected = attempt.status() == 2
                ? (step.checkpoint() ? "checkpoint_agreed" : "task_succeeded")
                : (step.checkpoint() ? "checkpoint_rejected" : "task_failed");
        var terminated = String.valueOf(attempt.message()).startsWith("Terminated");
        var decided = (attempt.status() == 2 || attempt.status() == 3 || attempt.status() == 9) && !terminated;
        findings.expect(
                decided ? kinds.size() == 1 && kinds.get(0).kind().equals(expected) : kinds.isEmpty(),
                "%s ended as %d, but the trail has %s",
                history.title(attempt),
                attempt.status(),
                kinds);
    }
}
