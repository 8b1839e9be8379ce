package dev.slipway.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.IntSupplier;

/** Deletes, or puts away, what is too old to be of use. One node does it once an hour; any may, at any time. */
public interface Sweep {

    /** The name of its job, which stays the same whatever the version: {@code trigger-retention}. */
    String job();

    /** Does it, and says how many rows or things it was. */
    int sweep();

    /**
     * Does something a few rows at a time, so that nobody waits for it, each time in a transaction of its own.
     *
     * @param some does it to at most {@code size} rows, and says to how many; to fewer when none is left
     * @return to how many in all
     */
    static int inBatches(int size, IntSupplier some) {
        var all = 0;
        for (var last = size; last == size; all += last) {
            last = QuarkusTransaction.requiringNew().call(some::getAsInt);
        }
        return all;
    }
}
