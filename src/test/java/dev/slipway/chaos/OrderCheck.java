package dev.slipway.chaos;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Nothing begins before what comes before it has ended, and nothing ends twice. */
record OrderCheck(History history, List<Recorder.Call> calls, Findings findings) {

    void check() {
        history.attemptsByExecution().values().forEach(this::checkExecution);
        history.attempts().forEach(attempt -> {
            var latest = attempt.no() == history.step(attempt).attempt();
            findings.expect(
                    attempt.endedAt() != null && !attempt.endedAt().isBefore(attempt.startedAt()),
                    "%s has no end",
                    history.title(attempt));
            findings.expect(latest || attempt.status() != 2, "%s succeeded and was run again", history.title(attempt));
        });
    }

    private void checkExecution(List<History.Attempt> attempts) {
        for (var attempt : attempts) {
            for (var other : attempts) {
                compare(attempt, other);
            }
            checkGroup(attempt, attempts);
        }
    }

    private void compare(History.Attempt attempt, History.Attempt other) {
        var place = history.step(attempt).place();
        var otherPlace = history.step(other).place();
        if (otherPlace.phase() < place.phase()) {
            findings.expect(
                    !other.isOpenAt(attempt.startedAt()),
                    "%s started while %s of an earlier phase was at work",
                    history.title(attempt),
                    history.title(other));
            callsOf(other).filter(call -> call.good() && other.status() == 2).ifPresent(call -> callsOf(attempt)
                    .ifPresent(mine -> findings.expect(
                            other.startedAt().isAfter(attempt.startedAt())
                                    || !mine.at().isBefore(call.answered()),
                            "%s was called before %s of an earlier phase was answered",
                            history.title(attempt),
                            history.title(other))));
        }
        var same = other.step() == attempt.step() && other.no() > attempt.no();
        findings.expect(
                !same || (attempt.endedAt() != null && !other.startedAt().isBefore(attempt.endedAt())),
                "%s started before the attempt before it had ended",
                history.title(other));
    }

    private Optional<Recorder.Call> callsOf(History.Attempt attempt) {
        return calls.stream()
                .filter(call -> call.key().equals(attempt.order()))
                .min(Comparator.comparing(Recorder.Call::at));
    }

    /** All before it in its group had succeeded, were not selected, or were skipped by a person. */
    private void checkGroup(History.Attempt attempt, List<History.Attempt> attempts) {
        var step = history.step(attempt);
        history.steps().values().stream()
                .filter(before -> before.execution() == step.execution()
                        && before.place().phase() == step.place().phase()
                        && before.place().group() == step.place().group()
                        && before.place().order() < step.place().order())
                .forEach(before -> findings.expect(
                        isDone(before, attempts, attempt.startedAt()),
                        "%s started though %s before it was not done",
                        history.title(attempt),
                        before.name()));
    }

    private static boolean isDone(History.Step step, List<History.Attempt> attempts, Instant at) {
        var own = attempts.stream()
                .filter(attempt ->
                        attempt.step() == step.id() && !attempt.startedAt().isAfter(at))
                .max(Comparator.comparing(History.Attempt::no));
        if (own.isEmpty()) {
            return step.status() == 9 && step.waivedAt() == null;
        }
        var ended = own.get().endedAt();
        var well = own.get().status() == 2
                || (step.waivedAt() != null && !step.waivedAt().isAfter(at));
        return ended != null && !ended.isAfter(at) && well;
    }
}
