package dev.slipway.trigger;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A Quartz cron expression at a fixed offset from UTC; its due times are whole seconds. */
final class Schedule {

    private static final int LONGEST = 256;
    private static final List<CronField> FIELDS = List.of(CronField.values());
    private static final CronParser PARSER =
            new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

    private final String expression;
    private final ExecutionTime times;
    private final ZoneOffset offset;

    private Schedule(String expression, ExecutionTime times, ZoneOffset offset) {
        this.expression = expression;
        this.times = times;
        this.offset = offset;
    }

    /** @throws BrokenSchedule if it has no meaning; whether it is ever due is another question */
    static Schedule of(Hook hook) {
        if (!Offsets.exists(hook.offsetHours())) {
            throw new BrokenSchedule(
                    "The offset UTC%+d does not exist. Use -12 to +14 hours.".formatted(hook.offsetHours()));
        }
        var expression = hook.schedule().strip();
        check(expression);
        var times = ExecutionTime.forCron(PARSER.parse(expression));
        return new Schedule(expression, times, ZoneOffset.ofHours(hook.offsetHours()));
    }

    private static void check(String expression) {
        if (expression.length() > LONGEST) {
            throw new BrokenSchedule("The cron expression is longer than %d characters.".formatted(LONGEST));
        }
        List<String> fields = expression.isEmpty() ? List.of() : List.of(expression.split("\\s+", -1));
        if (fields.size() != FIELDS.size()) {
            throw new BrokenSchedule(
                    ("“%s” has %d of 7 fields. Give second, minute, hour, day of month, month, day of week and year,"
                                    + " such as 0 0 9 ? * MON-FRI *.")
                            .formatted(expression, fields.size()));
        }
        for (int index = 0; index < FIELDS.size(); index++) {
            check(FIELDS.get(index), fields.get(index));
        }
        var anyDay = fields.get(FIELDS.indexOf(CronField.DAY_OF_MONTH)).equals("?");
        var anyWeekday = fields.get(FIELDS.indexOf(CronField.DAY_OF_WEEK)).equals("?");
        if (anyDay == anyWeekday) {
            throw new BrokenSchedule("“%s” must have a ? as day of month or as day of week, and only as one of the two."
                    .formatted(expression));
        }
    }

    private static void check(CronField field, String value) {
        if (value.equals("?") && field.isDay()) {
            return;
        }
        if (CronField.goesBackwards(value)) {
            throw new BrokenSchedule(
                    "The %s “%s” has a range that goes backwards. Write two ranges, such as 22-23,0-2 for the hours 22-2."
                            .formatted(field.words(), value));
        }
        try {
            PARSER.parse(field.alone(value));
        } catch (IllegalArgumentException wrong) {
            throw new BrokenSchedule(
                    "The %s “%s” is not valid. Allowed: %s.".formatted(field.words(), value, field.allowed()));
        }
    }

    /** The first due time after a time. */
    Optional<Instant> next(Instant after) {
        return times.nextExecution(second(after)).map(ZonedDateTime::toInstant);
    }

    /** @throws BrokenSchedule if it is not due at any time after this one */
    void requireDue(Instant after) {
        if (next(after).isEmpty()) {
            throw new BrokenSchedule("“%s” is never due: it names no day that exists, or only times that have passed."
                    .formatted(expression));
        }
    }

    private ZonedDateTime second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).atZone(offset);
    }
}
