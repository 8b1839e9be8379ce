package dev.slipway.trigger;

import dev.slipway.web.FormProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what was filled in into schedules, or says what is wrong with it. */
@ApplicationScoped
class Timings {

    private static final int LAST_YEAR = 2099;
    private static final int MINUTES_OF_A_DAY = 1440;
    private static final int MOST_LINES = 10;
    private static final DateTimeFormatter ONCE =
            DateTimeFormatter.ofPattern("ss mm HH dd MM '?' uuuu", Locale.ENGLISH);

    private final TriggerMessages messages;
    private final Clock clock;

    Timings(TriggerMessages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The schedules, or the problems that keep them from being made. */
    record Checked(List<Hook> hooks, List<FormProblem> problems) {}

    Checked check(Timing timing) {
        var problems = new ArrayList<FormProblem>();
        List<String> crons =
                switch (timing.kind()) {
                    case MANUAL -> List.of();
                    case ONCE -> once(timing, problems);
                    case PERIODIC -> periodic(timing, problems);
                    case CRON -> crons(timing, problems);
                };
        return new Checked(
                crons.stream().map(cron -> new Hook(cron, timing.offset())).toList(), problems);
    }

    private List<String> once(Timing timing, List<FormProblem> problems) {
        var at = read(timing.at(), LocalDateTime::parse);
        if (at.isEmpty() || at.get().getYear() > LAST_YEAR) {
            problems.add(new FormProblem("trigger-at", messages.triggerAtMissing(LAST_YEAR)));
            return List.of();
        }
        var now = clock.instant();
        if (!at.get().toInstant(ZoneOffset.ofHours(timing.offset())).isAfter(now)) {
            problems.add(new FormProblem("trigger-at", messages.triggerAtPast(Offsets.inWords(now, timing.offset()))));
            return List.of();
        }
        return List.of(ONCE.format(at.get()));
    }

    private List<String> periodic(Timing timing, List<FormProblem> problems) {
        var days = Stream.of(DayOfWeek.values())
                .filter(day -> timing.days().contains(day.name()))
                .collect(Collectors.toSet());
        var from = read(timing.from(), LocalTime::parse).map(time -> time.truncatedTo(ChronoUnit.MINUTES));
        var to = read(timing.to(), LocalTime::parse).map(time -> time.truncatedTo(ChronoUnit.MINUTES));
        var every =
                read(timing.every(), Integer::valueOf).filter(minutes -> minutes >= 1 && minutes <= MINUTES_OF_A_DAY);
        if (days.isEmpty()) {
            problems.add(new FormProblem("trigger-day-MONDAY", messages.triggerDaysMissing()));
        }
        if (from.isEmpty()) {
            problems.add(new FormProblem("trigger-from", messages.triggerFromMissing()));
        }
        if (to.isEmpty()) {
            problems.add(new FormProblem("trigger-to", messages.triggerToMissing()));
        } else if (from.isPresent() && from.get().isAfter(to.get())) {
            problems.add(new FormProblem("trigger-to", messages.triggerToBeforeFrom()));
        }
        if (every.isEmpty()) {
            problems.add(new FormProblem("trigger-every", messages.triggerEveryRange(MINUTES_OF_A_DAY)));
        }
        return problems.isEmpty()
                ? new Period(Set.copyOf(days), from.orElseThrow(), to.orElseThrow(), every.orElseThrow()).crons()
                : List.of();
    }

    private List<String> crons(Timing timing, List<FormProblem> problems) {
        var lines = timing.lines();
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            problems.add(new FormProblem("trigger-cron", messages.triggerCronMissing(MOST_LINES)));
        }
        for (var line : lines) {
            try {
                Schedule.of(new Hook(line, timing.offset())).requireDue(clock.instant());
            } catch (BrokenSchedule broken) {
                problems.add(new FormProblem("trigger-cron", broken.sentence()));
            }
        }
        return lines;
    }

    private static <T> Optional<T> read(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (DateTimeException | NumberFormatException nonsense) {
            return Optional.empty();
        }
    }
}
