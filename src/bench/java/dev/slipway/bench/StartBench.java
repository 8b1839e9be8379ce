package dev.slipway.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** From the start of the packaged Slipway on an external PostgreSQL until it is ready, and its memory then. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
class StartBench {

    private static final int STARTS = 5;

    @Test
    void timesTheStartAndWeighsTheNode(@TempDir Path data) throws IOException {
        var database = new DurableDatabase();
        try {
            var settings = PackagedSlipway.on(database.start());
            var first = start(data, settings);
            List<Start> later = new ArrayList<>();
            for (int no = 0; no < STARTS; no++) {
                later.add(start(data, settings));
            }
            print(first, later);
        } finally {
            database.stop();
        }
    }

    private record Start(long nanos, long kib, String flags) {}

    private static Start start(Path data, List<String> settings) throws IOException {
        var began = System.nanoTime();
        try (var slipway = PackagedSlipway.start(data, settings)) {
            return new Start(System.nanoTime() - began, slipway.residentKib(), slipway.flags());
        }
    }

    private static void print(Start first, List<Start> later) {
        var times = new Latencies(later.stream().map(Start::nanos).sorted().toList());
        var memory = later.stream().mapToLong(Start::kib).max().orElseThrow();
        var conditions = "until /q/health/ready answers 200, %s, %s".formatted(first.flags(), Figure.machine());
        new Figure("start_to_ready_empty_database", first.nanos() / 1e9, "s", "with all migrations, " + conditions)
                .print();
        new Figure("start_to_ready", times.median() / 1000, "s", "median of %d, %s".formatted(STARTS, conditions))
                .print();
        new Figure("start_to_ready_slowest", times.percentile(100) / 1000, "s", conditions).print();
        new Figure("memory_when_ready", memory / 1024.0, "MiB resident", conditions).print();
    }
}
