package dev.slipway.tasktype;

import java.time.Instant;
import java.time.ZoneOffset;

/** The version numbers of components and artifacts [servicestage_03_0245]. */
public final class VersionNumber {

    /** A version that people give: {@code A.B.C} or {@code A.B.C.D}, natural numbers. */
    public static final String RULE = "(0|[1-9]\\d{0,9})(\\.\\d{1,10}){2,3}";

    /** What to say about a number that breaks the rule. */
    public static final String WRONG = "Enter a version as A.B.C or A.B.C.D, in whole numbers";

    private VersionNumber() {}

    /** The version of what was made at this time: {@code yyyy.mmdd.hhmms}, in UTC, with the ones digit of the second. */
    public static String at(Instant time) {
        var utc = time.atOffset(ZoneOffset.UTC);
        return "%04d.%02d%02d.%02d%02d%d"
                .formatted(
                        utc.getYear(),
                        utc.getMonthValue(),
                        utc.getDayOfMonth(),
                        utc.getHour(),
                        utc.getMinute(),
                        utc.getSecond() % 10);
    }
}
