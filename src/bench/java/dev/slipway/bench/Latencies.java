package dev.slipway.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/** How long something took, each time it was done. */
record Latencies(List<Long> sortedNanos) {

    /**
     * Does something one time after another.
     *
     * @param warmUp how often it is done before it counts
     * @param once does it once and says how many nanoseconds it took
     */
    static Latencies of(int warmUp, int rounds, LongSupplier once) {
        LongStream.generate(once).limit(warmUp).forEach(ignored -> {});
        return new Latencies(
                LongStream.generate(once).limit(rounds).sorted().boxed().toList());
    }

    double median() {
        return percentile(50);
    }

    /** The time in milliseconds that this many of a hundred did not exceed. */
    double percentile(int percent) {
        var rank = (sortedNanos.size() * percent + 99) / 100;
        return sortedNanos.get(rank - 1) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
