package dev.slipway.trigger;

import java.util.regex.Pattern;

/** The fields of a Quartz cron expression, in their order. */
enum CronField {
    SECOND("second", "0 to 59", "%s * * * * ? *"),
    MINUTE("minute", "0 to 59", "* %s * * * ? *"),
    HOUR("hour", "0 to 23", "* * %s * * ? *"),
    DAY_OF_MONTH("day of month", "1 to 31, L, W or ?", "* * * %s * ? *"),
    MONTH("month", "1 to 12 or JAN to DEC", "* * * * %s ? *"),
    DAY_OF_WEEK("day of week", "1 (Sunday) to 7 or SUN to SAT, L, # or ?", "* * * ? * %s *"),
    YEAR("year", "1970 to 2099", "* * * * * ? %s");

    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})-(\\d{1,4})");

    private final String words;
    private final String values;
    private final String alone;

    CronField(String words, String values, String alone) {
        this.words = words;
        this.values = values;
        this.alone = alone;
    }

    /** What it is called. */
    String words() {
        return words;
    }

    /** What it may have. */
    String allowed() {
        return "%s; with *, comma, - and / for all, several, a range and steps".formatted(values);
    }

    /** Whether it may be left to the other of the two that say the day. */
    boolean isDay() {
        return this == DAY_OF_MONTH || this == DAY_OF_WEEK;
    }

    /** An expression in which only this field says anything. */
    String alone(String value) {
        return alone.formatted(value);
    }

    /** Whether a range of numbers goes backwards. The library would read only its first number, and say nothing. */
    static boolean goesBackwards(String value) {
        return RANGE.matcher(value)
                .results()
                .anyMatch(range -> Integer.parseInt(range.group(1)) > Integer.parseInt(range.group(2)));
    }
}
