package dev.slipway.trail;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The time that somebody means who writes a day, a minute or a second in UTC.
 *
 * @param end the first moment after it
 */
record TimeSpan(Instant start, Instant end) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern MINUTE = Pattern.compile(DAY + "[T ]\\d\\d:\\d\\d");
    private static final Pattern SECOND = Pattern.compile(MINUTE + ":\\d\\d");

    /** Reads {@code 2026-11-22}, {@code 2026-11-22T14:02} or {@code 2026-11-22T14:02:11}, the latter two also with Z. */
    static Optional<TimeSpan> read(String text) {
        var written = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        try {
            if (DAY.matcher(text).matches()) {
                return Optional.of(of(LocalDate.parse(text).atStartOfDay(), Duration.ofDays(1)));
            }
            if (MINUTE.matcher(written).matches()) {
                return Optional.of(of(time(written), Duration.ofMinutes(1)));
            }
            return SECOND.matcher(written).matches()
                    ? Optional.of(of(time(written), Duration.ofSeconds(1)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
    }

    private static TimeSpan of(LocalDateTime start, Duration length) {
        var instant = start.toInstant(ZoneOffset.UTC);
        return new TimeSpan(instant, instant.plus(length));
    }
}
