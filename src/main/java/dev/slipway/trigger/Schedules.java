package dev.slipway.trigger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All schedules of a trigger policy as one: it is due when any of them is. */
record Schedules(List<Schedule> all) {

    /** @throws BrokenSchedule if one of them has no meaning */
    static Schedules of(List<Hook> hooks) {
        return new Schedules(hooks.stream().map(Schedule::of).toList());
    }

    /** The first due time after a time; empty: there is none any more. */
    Optional<Instant> next(Instant after) {
        return all.stream().flatMap(schedule -> schedule.next(after).stream()).min(Comparator.naturalOrder());
    }

    /**
     * The last due time between two whole seconds, neither of them included. Found by halving: how the library looks back
     * can't be relied on, as it passes over whole years.
     */
    Optional<Instant> last(Instant after, Instant before) {
        if (!isDueBetween(after, before)) {
            return Optional.empty();
        }
        var earlier = after.getEpochSecond();
        var later = before.getEpochSecond();
        while (later - earlier > 1) {
            var middle = earlier + (later - earlier) / 2;
            if (isDueBetween(Instant.ofEpochSecond(middle), before)) {
                earlier = middle;
            } else {
                later = middle;
            }
        }
        return next(Instant.ofEpochSecond(earlier));
    }

    private boolean isDueBetween(Instant after, Instant before) {
        return next(after).filter(before::isAfter).isPresent();
    }

    /** The due times that come after a time, in order. */
    List<Instant> next(int count, Instant after) {
        return Stream.iterate(next(after), Optional::isPresent, time -> time.flatMap(this::next))
                .flatMap(Optional::stream)
                .limit(count)
                .toList();
    }
}
