package dev.slipway.chaos;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The calls of HTTP Request. A call is made at least once for each attempt, always under the id of the attempt; it is
 * repeated, or comes after the end of the attempt, only where a node broke down in between.
 */
record CallCheck(History history, List<Recorder.Call> calls, Findings findings) {

    private static final Duration POLL = Duration.ofMillis(900);
    // Whoever was about to call when somebody terminated still does.
    private static final Duration ABOUT_TO_CALL = Duration.ofSeconds(5);

    void check() {
        Map<String, List<Recorder.Call>> byOrder = calls.stream()
                .sorted(Comparator.comparing(Recorder.Call::at))
                .collect(Collectors.groupingBy(Recorder.Call::key));
        var known = history.attempts().stream()
                .filter(attempt -> history.step(attempt).type().equals("http_request"))
                .collect(Collectors.toMap(History.Attempt::order, attempt -> attempt));
        byOrder.keySet()
                .forEach(order -> findings.expect(
                        known.containsKey(order), "A call was made for %s, which is no attempt", order));
        known.forEach((order, attempt) -> check(attempt, byOrder.getOrDefault(order, List.of())));
    }

    private void check(History.Attempt attempt, List<Recorder.Call> made) {
        var title = history.title(attempt);
        var end = attempt.end();
        for (var call : made) {
            findings.expect(!call.at().isBefore(attempt.startedAt()), "%s was called before it started", title);
            findings.expect(
                    !call.at().isAfter(lastCall(attempt)) || disturbed(attempt, call.at()),
                    "%s was called at %s, after its end at %s, though nothing had broken",
                    title,
                    call.at(),
                    end);
        }
        checkRepetitions(attempt, made, title);
        checkOutcome(attempt, made, title);
    }

    private static Instant lastCall(History.Attempt attempt) {
        return isTerminated(attempt) ? attempt.end().plus(ABOUT_TO_CALL) : attempt.end();
    }

    private static boolean isTerminated(History.Attempt attempt) {
        return String.valueOf(attempt.message()).startsWith("Terminated");
    }

    private void checkRepetitions(History.Attempt attempt, List<Recorder.Call> made, String title) {
        for (int later = 1; later < made.size(); later++) {
            var before = made.get(later - 1);
            var call = made.get(later);
            var asksAgain = call.isPoll()
                    && !before.good()
                    && Duration.between(before.answered(), call.at()).compareTo(POLL) >= 0;
            findings.expect(
                    asksAgain || disturbed(attempt, call.at()),
                    "%s was called again at %s, though nothing had broken",
                    title,
                    call.at());
        }
    }

    private void checkOutcome(History.Attempt attempt, List<Recorder.Call> made, String title) {
        var path = URI.create(history.step(attempt).url()).getPath();
        var message = String.valueOf(attempt.message());
        if (attempt.status() == 2) {
            findings.expect(
                    made.stream().anyMatch(call -> call.good() && !call.at().isAfter(attempt.end())),
                    "%s succeeded without a good answer",
                    title);
        } else if (attempt.status() == 3 && !isTerminated(attempt)) {
            var cutOff = message.contains("answered nothing") && disturbed(attempt, attempt.end());
            findings.expect(
                    !made.isEmpty() && (!Recorder.isGood(path, attempt.order()) || cutOff),
                    "%s failed though it was answered well: %s",
                    title,
                    message);
        }
    }

    private boolean disturbed(History.Attempt attempt, Instant until) {
        return history.wasDisturbed(attempt.startedAt(), until);
    }
}
