package dev.slipway.engine;

import dev.slipway.target.Unavailable;
import dev.slipway.tasktype.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How long to wait for what can't be reached: longer each time in a row, up to half a minute. */
final class Patience {

    private static final String TRIES = "triesInVain";
    private static final int MOST_DOUBLINGS = 5;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Patience() {}

    /** Looks again later, and says why on the card; remembers how often that was so. */
    static Outcome.LookAgain after(Unavailable away, Map<String, Object> memo) {
        var tries = memo.get(TRIES) instanceof Number before ? before.intValue() : 0;
        var pause = Duration.ofSeconds(1L << Math.min(tries, MOST_DOUBLINGS));
        var remembered = new HashMap<>(memo);
        remembered.put(TRIES, tries + 1);
        return new Outcome.LookAgain(
                pause.compareTo(LONGEST) > 0 ? LONGEST : pause, "tries again: " + away.getMessage(), remembered);
    }

    /** The same without the memory of what could not be reached. */
    static Outcome.LookAgain regained(Outcome.LookAgain again) {
        if (!again.memo().containsKey(TRIES)) {
            return again;
        }
        var memo = new HashMap<>(again.memo());
        memo.remove(TRIES);
        return new Outcome.LookAgain(again.in(), again.what(), memo);
    }
}
