package dev.slipway.web;

import io.quarkus.qute.TemplateExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times and durations as pages show them. */
@TemplateExtension
public final class Formats {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter UTC_TO_THE_SECOND = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]*(_[a-z0-9]+)*");

    private Formats() {}

    /** For people: {@code 22 Nov 2026, 14:02 UTC}. */
    public static String utc(Instant instant) {
        return UTC.format(instant);
    }

    /** For people who put things in order: {@code 22 Nov 2026, 14:02:11 UTC}. */
    public static String utcToTheSecond(Instant instant) {
        return UTC_TO_THE_SECOND.format(instant);
    }

    /** For machines: {@code 2026-11-22T14:02:11Z}. */
    public static String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 0.2 s}, {@code 48 s}, {@code 1 min 2 s}, {@code 2 h 5 min}. */
    public static String inWords(Duration duration) {
        if (duration.toSeconds() < 10) {
            return String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        return duration.toHours() == 0
                ? "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                : "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
    }

    /**
     * What a key of a program says: {@code release_task_created} and {@code releaseTask} begin with "Release task". What
     * people wrote stays as it is.
     */
    public static String words(String key) {
        if (!KEY.matcher(key).matches()) {
            return key;
        }
        var words = key.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
