package dev.slipway.target.process;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of an order to run something: it was started once, or it never will be. */
sealed interface Claim {

    /** A launcher took the order; it leads the process group of what it started. */
    record Started(long pid, String birth) implements Claim {

        /** Those of the given processes that belong to this start, and no others with the same numbers. */
        Set<Long> among(List<Machine.Entry> processes) {
            var numberIsReused = processes.stream()
                    .anyMatch(entry -> entry.pid() == pid && !entry.birth().equals(birth));
            if (numberIsReused) {
                return Set.of();
            }
            return processes.stream()
                    .filter(entry -> entry.group() == pid && entry.isSinceSameBootAs(birth))
                    .map(Machine.Entry::pid)
                    .collect(Collectors.toSet());
        }
    }

    /** Slipway closed the order before anything was started. */
    record Closed(String why) implements Claim {}

    /** Reads what {@code launch.sh} or {@link #text} wrote. */
    static Claim of(String text) {
        var words = List.of(text.strip().split(" ", 3));
        if (words.get(0).equals("run")) {
            return new Started(Long.parseLong(words.get(1)), words.get(2));
        }
        return new Closed(text.strip().substring("never ".length()));
    }

    /** The text of a claim that closes an order. */
    static String text(Closed closed) {
        return "never " + closed.why();
    }
}
