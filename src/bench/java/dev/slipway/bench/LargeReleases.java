package dev.slipway.bench;

import dev.slipway.testing.Given;
import java.util.UUID;
import java.util.stream.IntStream;

/** A release task of very many tasks, and where it stops on its way. */
final class LargeReleases {

    /** The task at which half of the phases have ended. */
    static final String HALFWAY = "halfway";

    /** The one that starts when that one ends. */
    static final String NEXT = "next";

    private static final int PHASES = 20;
    private static final int GROUPS = 5;

    private LargeReleases() {}

    /** Creates it: 20 phases of five groups, all of them of the same length. */
    static UUID create(int tasks) {
        var release = Given.release("large");
        for (int phase = 0; phase < PHASES; phase++) {
            release.phase(groups(phase, tasks / PHASES / GROUPS));
        }
        return release.create();
    }

    private static Given.Group[] groups(int phase, int length) {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> Given.group(IntStream.range(0, length)
                        .mapToObj(order -> Given.scripted(name(phase, group, order)))
                        .toArray(Given.Task[]::new)))
                .toArray(Given.Group[]::new);
    }

    private static String name(int phase, int group, int order) {
        if (phase == PHASES / 2 && group == 0 && order < 2) {
            return order == 0 ? HALFWAY : NEXT;
        }
        return "task-%d-%d-%d".formatted(phase, group, order);
    }
}
