package dev.slipway.api;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a body while it is read, so that whoever sent it need not come back for each. */
final class Problems {

    /** How many are told at once. */
    static final int MOST = 20;

    private final List<String> found = new ArrayList<>();

    /** Something is wrong at a path: {@code stages[0].tasks[2].input.seconds}. */
    void add(String path, String sentence) {
        if (found.size() < MOST) {
            found.add(path.isEmpty() ? sentence : "%s: %s".formatted(path, sentence));
        }
    }

    /** @throws BadRequest if anything was wrong so far */
    void refuse() {
        if (!found.isEmpty()) {
            throw new BadRequest(String.join(" ", found));
        }
    }
}
