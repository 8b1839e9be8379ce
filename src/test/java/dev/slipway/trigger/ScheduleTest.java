package dev.slipway.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    // A Monday.
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    @Test
    void readsTheExampleOfServiceStageAtItsOffset() {
        assertThat(Schedules.of(List.of(new Hook("0 00-59/10 00-00 ? * MON *", 8)))
                        .next(3, NOW))
                .containsExactly(
                        Instant.parse("2026-11-29T16:00:00Z"),
                        Instant.parse("2026-11-29T16:10:00Z"),
                        Instant.parse("2026-11-29T16:20:00Z"));
    }

    @Test
    void aSingleTimeIsDueOnce() {
        var once = Schedules.of(List.of(new Hook("50 20 21 21 7 ? 2027", -5)));

        assertThat(once.next(5, NOW)).containsExactly(Instant.parse("2027-07-22T02:20:50Z"));
    }

    @Test
    void aPeriodIsShortEnoughForASchedule() {
        var everyMinute = new Period(
                EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY)), LocalTime.of(0, 17), LocalTime.of(23, 58), 1);

        assertThat(everyMinute.crons()).allSatisfy(cron -> assertThat(
                        Schedules.of(List.of(new Hook(cron, 0))).next(1, NOW))
                .hasSize(1));
    }

    @Test
    void severalSchedulesAreDueWhenAnyOfThemIs() {
        var both = Schedules.of(List.of(new Hook("0 0 10 ? * * *", 0), new Hook("0 0 10,11 ? * * *", 0)));

        assertThat(both.next(3, NOW))
                .containsExactly(
                        Instant.parse("2026-11-23T10:00:00Z"),
                        Instant.parse("2026-11-23T11:00:00Z"),
                        Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(both.last(NOW.minus(Duration.ofDays(2)), NOW)).contains(Instant.parse("2026-11-22T11:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 0 9 * * ?            | “0 0 9 * * ?” has 6 of 7 fields.
                    ''                     | “” has 0 of 7 fields.
                    0 0 25 ? * * *         | The hour “25” is not valid. Allowed: 0 to 23
                    0 0 9 ? * MONDAY *     | The day of week “MONDAY” is not valid. Allowed: 1 (Sunday) to 7
                    0 0 9 ? * 8 *          | The day of week “8” is not valid.
                    0 0 9 1,,2 * ? *       | The day of month “1,,2” is not valid.
                    0 0/0 9 ? * * *        | The minute “0/0” is not valid.
                    0 0 9 1 1 ? 2100       | The year “2100” is not valid. Allowed: 1970 to 2099
                    ? 0 9 1 1 ? *          | The second “?” is not valid.
                    0 0 22-2 ? * * *       | The hour “22-2” has a range that goes backwards.
                    0 0 9 * * * *          | “0 0 9 * * * *” must have a ? as day of month or as day of week
                    0 0 9 ? * ? *          | “0 0 9 ? * ? *” must have a ?
                    """)
    void saysWhatIsWrongAndWhatIsAllowed(String cron, String sentence) {
        assertThatThrownBy(() -> Schedule.of(new Hook(cron, 0)))
                .isInstanceOf(BrokenSchedule.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void knowsOnlyOffsetsThatExist() {
        assertThatThrownBy(() -> Schedule.of(new Hook("0 0 9 ? * * *", 15)))
                .isInstanceOf(BrokenSchedule.class)
                .hasMessageContaining("UTC+15");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 0 0 30 2 ? *", "0 0 0 31 4,6,9,11 ? *", "50 20 21 21 7 ? 2025", "0 0 0 29 2 ? 2027"})
    void isNeverDueWhereNoDayIsLeft(String cron) {
        assertThat(Schedule.of(new Hook(cron, 0)).next(NOW)).isEmpty();
    }
}
