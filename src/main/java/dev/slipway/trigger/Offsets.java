package dev.slipway.trigger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Offsets from UTC in whole hours, the way ServiceStage has them. */
final class Offsets {

    private static final int WESTERNMOST = -12;
    private static final int EASTERNMOST = 14;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    private Offsets() {}

    static List<Integer> all() {
        return IntStream.rangeClosed(WESTERNMOST, EASTERNMOST).boxed().toList();
    }

    static boolean exists(int hours) {
        return hours >= WESTERNMOST && hours <= EASTERNMOST;
    }

    static String inWords(int hours) {
        return hours == 0 ? "UTC" : "UTC%+d".formatted(hours);
    }

    /** A time as clocks at the offset show it: {@code Mon 23 Nov 2026, 09:00:00 UTC+8}. */
    static String inWords(Instant at, int hours) {
        return "%s %s".formatted(MOMENT.format(at.atOffset(ZoneOffset.ofHours(hours))), inWords(hours));
    }
}
