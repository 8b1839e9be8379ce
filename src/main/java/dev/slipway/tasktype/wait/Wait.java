package dev.slipway.tasktype.wait;

import dev.slipway.tasktype.Outcome;
import dev.slipway.tasktype.Ticket;
import dev.slipway.tasktype.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Wait: a delay, or a time of day. */
@ApplicationScoped
class Wait implements Work<Wait.Input> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss z");

    private final Clock clock;

    Wait(Clock clock) {
        this.clock = clock;
    }

    /**
     * Either a delay or a time.
     *
     * @param seconds how long to wait, up to 30 days
     * @param until a time of day, {@code HH:mm}; if it has passed today, tomorrow's
     * @param zone the zone of that time, UTC if missing: {@code Europe/Berlin} or {@code +08:00}
     */
    record Input(
            @Positive @Max(2_592_000) @Nullable Integer seconds,
            @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "Enter a time of day from 00:00 to 23:59")
                    @Nullable
                    String until,
            @Nullable String zone) {

        @AssertTrue(message = "Enter either a delay or a time of day, not both")
        boolean isEitherDelayOrTime() {
            return (seconds == null) != (until == null);
        }

        @AssertTrue(message = "Enter a time zone such as Europe/Berlin or +08:00")
        boolean isZoneKnown() {
            try {
                return zone == null || ZoneId.of(zone) != null;
            } catch (DateTimeException unknown) {
                return false;
            }
        }
    }

    @Override
    public String id() {
        return "wait";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> initially() {
        return Map.of("seconds", 60);
    }

    @Override
    public String target(Input input) {
        return input.seconds() == null
                ? "until %s %s".formatted(input.until(), zone(input))
                : "for %s".formatted(inWords(Duration.ofSeconds(input.seconds())));
    }

    /** Waiting is what it is for, so that time doesn't count. */
    @Override
    public Duration timeLimit(Input input, Duration usual) {
        return usual.plus(input.seconds() == null ? Duration.ofDays(1) : Duration.ofSeconds(input.seconds()));
    }

    @Override
    public Outcome run(Ticket<Wait.Input> ticket) {
        var until = ticket.remembered("until")
                .map(text -> Instant.parse(text.toString()))
                .orElseGet(() -> end(ticket.input(), ticket.startedAt()));
        var left = Duration.between(clock.instant(), until);
        if (left.isNegative() || left.isZero()) {
            return new Outcome.Succeeded("Waited until %s.".formatted(at(until, ticket.input())), Map.of());
        }
        return new Outcome.LookAgain(
                left, "waits until %s".formatted(at(until, ticket.input())), Map.of("until", until.toString()));
    }

    private static Instant end(Input input, Instant startedAt) {
        if (input.seconds() != null) {
            return startedAt.plusSeconds(input.seconds());
        }
        var start = startedAt.atZone(zone(input));
        var today =
                start.with(LocalTime.parse(Optional.ofNullable(input.until()).orElseThrow()));
        return (today.isBefore(start) ? today.plusDays(1) : today).toInstant();
    }

    private static ZoneId zone(Input input) {
        return Optional.ofNullable(input.zone()).map(ZoneId::of).orElse(ZoneOffset.UTC);
    }

    private static String at(Instant instant, Input input) {
        return TIME.format(instant.atZone(zone(input))).replace(" Z", " UTC");
    }

    private static String inWords(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT).replaceAll("(\\d[hm])(?=\\d)", "$1 ");
    }
}
