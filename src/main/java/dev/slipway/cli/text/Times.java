package dev.slipway.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Times as people read and write them here. */
public final class Times {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx").withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private Times() {}

    /** Date, time and offset in the time zone of this machine. */
    public static String moment(long epochMillis) {
        return MOMENT.format(Instant.ofEpochMilli(epochMillis));
    }

    /** The time of the day in the time zone of this machine. */
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** A span in its two largest units: {@code 8s}, {@code 1m 05s}, {@code 2h 00m}; nothing is below zero. */
    public static String span(Duration span) {
        var seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        return seconds < 3600
                ? "%dm %02ds".formatted(seconds / 60, seconds % 60)
                : "%dh %02dm".formatted(seconds / 3600, seconds / 60 % 60);
    }

    /**
     * A span that somebody wrote: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Duration parse(String text) {
        var match = SPAN.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("'%s' is no time. Write 500ms, 30s, 5m or 2h.".formatted(text));
        }
        var number = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
