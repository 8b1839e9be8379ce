package dev.slipway.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every schedule at every moment. */
class ScheduleProperties {

    private static final Instant BEGIN = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-24T23:59:59Z");

    @Property(tries = 300)
    void everyDueTimeIsMissedOrRunExactlyOnce(
            @ForAll("schedules") Schedules schedules, @ForAll("looks") List<Integer> looks) {
        var handled = BEGIN;
        var now = BEGIN;
        var recorded = new ArrayList<Instant>();
        for (var pause : looks) {
            now = now.plusMillis(pause);
            var due = DueStarts.between(schedules, handled, now);
            if (!due.unlisted()) {
                recorded.addAll(due.missed());
                due.run().ifPresent(recorded::add);
            } else {
                recorded.clear();
            }
            handled = newest(due).orElse(handled);
            if (due.unlisted()) {
                recorded.addAll(allBetween(schedules, BEGIN, handled));
            }
        }

        assertThat(recorded).isEqualTo(allBetween(schedules, BEGIN, now));
    }

    @Property(tries = 300)
    void runsTheNewestWithinAnHourAndOnlyThat(
            @ForAll("schedules") Schedules schedules, @ForAll @IntRange(max = 40_000_000) int silence) {
        var now = BEGIN.plusMillis(silence);

        var due = DueStarts.between(schedules, BEGIN, now);

        assertThat(due.missed()).isSorted().hasSizeLessThanOrEqualTo(DueStarts.MOST_LISTED + 1);
        var newest = newest(due);
        assertThat(due.run()).isEqualTo(newest.filter(at -> !at.isBefore(now.minus(Duration.ofHours(1)))));
        assertThat(due.next()).isEqualTo(schedules.next(now));
        due.next().ifPresent(next -> assertThat(next).isAfter(now));
        assertThat(DueStarts.between(schedules, newest.orElse(BEGIN), now).run())
                .isEmpty();
    }

    @Property(tries = 300)
    void lookingBackFindsWhatLookingAheadFound(
            @ForAll("schedules") Schedules schedules, @ForAll @IntRange(max = 100_000_000) int seconds) {
        var time = BEGIN.plusSeconds(seconds);

        schedules.next(time).ifPresent(next -> {
            assertThat(next).isAfter(time);
            assertThat(schedules.last(BEGIN, next.plusSeconds(1))).contains(next);
            schedules.last(BEGIN, next).ifPresent(last -> {
                assertThat(last).isBeforeOrEqualTo(time);
                assertThat(schedules.next(last)).contains(next);
            });
        });
    }

    @Property(tries = 500)
    void aPeriodIsDueAtItsStartsAndAtNoOtherTime(
            @ForAll Set<DayOfWeek> someDays,
            @ForAll("times") List<LocalTime> times,
            @ForAll @IntRange(min = 1, max = 1440) int every) {
        var days = someDays.isEmpty() ? EnumSet.of(DayOfWeek.MONDAY) : EnumSet.copyOf(someDays);
        var period = new Period(days, times.get(0), times.get(1), every);

        var schedules = Schedules.of(
                period.crons().stream().map(cron -> new Hook(cron, 0)).toList());

        assertThat(allBetween(schedules, BEGIN.minusSeconds(1), END)).isEqualTo(starts(period));
    }

    private static List<Instant> starts(Period period) {
        var starts = new ArrayList<Instant>();
        for (int day = 0; day < 2; day++) {
            var date = BEGIN.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(day);
            if (period.days().contains(date.getDayOfWeek())) {
                for (int minute = period.from().get(ChronoField.MINUTE_OF_DAY);
                        minute <= period.to().get(ChronoField.MINUTE_OF_DAY);
                        minute += period.everyMinutes()) {
                    starts.add(date.atStartOfDay(ZoneOffset.UTC)
                            .plusMinutes(minute)
                            .toInstant());
                }
            }
        }
        return starts;
    }

    private static Optional<Instant> newest(DueStarts due) {
        return due.run()
                .or(() -> new TreeSet<>(due.missed()).descendingSet().stream().findFirst());
    }

    /** After the first time, up to the second. */
    private static List<Instant> allBetween(Schedules schedules, Instant after, Instant until) {
        var all = new ArrayList<Instant>();
        var next = schedules.next(after);
        while (next.filter(time -> !time.isAfter(until)).isPresent()) {
            all.add(next.get());
            next = schedules.next(next.get());
        }
        return all;
    }

    @Provide
    Arbitrary<List<Integer>> looks() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 5_000),
                        Arbitraries.integers().between(0, 20_000_000))
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<LocalTime>> times() {
        return Arbitraries.integers().between(0, 1439).list().ofSize(2).map(minutes -> minutes.stream()
                .sorted()
                .map(minute -> LocalTime.of(minute / 60, minute % 60))
                .toList());
    }

    @Provide
    Arbitrary<Schedules> schedules() {
        var seconds = Arbitraries.of("0", "30", "0/15", "10,50");
        var minutes = Arbitraries.of("0", "*", "0/10", "5-20", "00-59/7", "1,2,58");
        var hours = Arbitraries.of("*", "9", "0-6", "0/5", "00-00", "3,23");
        var days = Arbitraries.of(
                "? * *", "? * MON-WED", "? * 2#4", "? 11,12 *", "* * ?", "L * ?", "1/9 * ?", "15W * ?", "23 11 ?");
        var cron = Combinators.combine(seconds, minutes, hours, days, Arbitraries.of("*", "2026", "2026-2027"))
                .as((second, minute, hour, day, year) -> String.join(" ", second, minute, hour, day, year));
        var hook = Combinators.combine(cron, Arbitraries.integers().between(-12, 14))
                .as(Hook::new);
        return hook.list().ofMinSize(1).ofMaxSize(3).map(Schedules::of);
    }
}
