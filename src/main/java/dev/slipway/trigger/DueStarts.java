package dev.slipway.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a look at a trigger policy comes to: of the due times that nobody has handled yet, the newest runs unless it is
 * too old, and the others were missed.
 *
 * @param missed those that are only recorded, oldest first
 * @param unlisted whether more were missed, before those that are listed
 * @param run the one to start now
 * @param next when to look again; empty: there is no due time any more
 */
record DueStarts(List<Instant> missed, boolean unlisted, Optional<Instant> run, Optional<Instant> next) {

    /** A start that is later than this would come as a surprise. */
    static final Duration LATEST = Duration.ofHours(1);

    /** A schedule may be due every second; after a month of silence nobody reads two million rows. */
    static final int MOST_LISTED = 100;

    /** @param handled the newest due time that needs nothing any more */
    static DueStarts between(Schedules schedules, Instant handled, Instant now) {
        var due = newestFirst(schedules, handled, now);
        var unlisted = due.size() > MOST_LISTED + 1;
        var listed = new ArrayList<>(unlisted ? due.subList(0, MOST_LISTED + 1) : due);
        Optional<Instant> run = listed.stream().findFirst().filter(newest -> !newest.plus(LATEST)
                .isBefore(now));
        run.ifPresent(listed::remove);
        Collections.reverse(listed);
        return new DueStarts(List.copyOf(listed), unlisted, run, schedules.next(now));
    }

    private static List<Instant> newestFirst(Schedules schedules, Instant handled, Instant now) {
        var due = new ArrayList<Instant>();
        var since = handled.truncatedTo(ChronoUnit.SECONDS);
        var last = schedules.last(since, now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        while (last.isPresent() && due.size() <= MOST_LISTED + 1) {
            due.add(last.get());
            last = schedules.last(since, last.get());
        }
        return due;
    }
}
